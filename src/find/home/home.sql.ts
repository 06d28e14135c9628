import type { Tx } from '#platform/db/database.ts'

export type Council = { readonly name: string; readonly telephone: string | null }

/** The council whose door this is, and its number. */
export async function getCouncil(tx: Tx, authorityId: number): Promise<Council> {
  return tx
    .selectFrom('authority')
    .select(['name', 'telephone'])
    .where('id', '=', authorityId)
    .executeTakeFirstOrThrow()
}
