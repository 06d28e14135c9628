import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'

/** What the authority is called in its letters. */
export async function getAuthorityName(tx: Tx, authorityId: number): Promise<string> {
  const row = await tx
    .selectFrom('authority')
    .select('name')
    .where('id', '=', authorityId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('authority')
  return row.name
}

export type Organisation = {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly town: string | null
  readonly telephone: string | null
}

/** An organisation of the authority by its id. */
export async function getOrganisation(tx: Tx, id: number): Promise<Organisation> {
  const found = await tx
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'town', 'telephone'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('organisation')
  return found
}
