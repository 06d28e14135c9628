import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Account } from './account.ts'

/** An organisation's number by its name, the next free one where it is new; null where it is new and has no kind. */
export async function findOrMakeOrganisation(
  tx: Tx,
  of: { readonly authorityId: number; readonly name: string; readonly kind: string | null },
): Promise<number | null> {
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where('authorityId', '=', of.authorityId)
    .where('name', '=', of.name)
    .executeTakeFirst()
  if (found !== undefined) return found.id
  if (of.kind === null) return null
  const { rows } = await sql<{ id: number }>`
    insert into organisation (authority_id, id, kind, name)
    select ${of.authorityId}, coalesce(max(id), 0) + 1, ${of.kind}, ${of.name}
      from organisation where authority_id = ${of.authorityId}
    returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  await tx.insertInto('account').values(account).execute()
}

/** Charges an account with duties at an organisation, in place of those it had there. */
export async function putMembership(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly accountId: string
    readonly organisationId: number
    readonly duties: readonly string[]
    readonly since: string
  },
): Promise<void> {
  const duties = [...of.duties]
  await tx
    .insertInto('membership')
    .values({ ...of, duties })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'accountId', 'organisationId'])
        .doUpdateSet({ duties, until: null }),
    )
    .execute()
}

export async function updateAccountClosed(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ active: false })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}
