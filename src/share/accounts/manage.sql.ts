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

export type NewMembership = {
  readonly authorityId: number
  readonly accountId: string
  readonly organisationId: number
  readonly duties: readonly string[]
  readonly since: string
  readonly until?: string | null
  /** The rule of single sign-on that gives them; nobody's hand then. */
  readonly ruleId?: string
  /** The row's own id, where a form that may be sent twice makes it. */
  readonly id?: string
}

/** Charges an account with duties at an organisation from a day on, beside those it has; once for an id. */
export async function insertMembership(tx: Tx, of: NewMembership): Promise<void> {
  await tx
    .insertInto('membership')
    .values({ ...of, duties: [...of.duties] })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Ends what an account holds at an organisation by the hand of a person; the last day it counts is `until`. */
export async function endMemberships(
  tx: Tx,
  of: Pick<NewMembership, 'authorityId' | 'accountId' | 'organisationId'> & {
    readonly until: string
  },
): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('accountId', '=', of.accountId)
    .where('organisationId', '=', of.organisationId)
    .where('ruleId', 'is', null)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', of.until)]))
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
