import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

export type Delegation = {
  readonly id: string
  readonly organisationId: number
  readonly organisation: string
  readonly since: IsoDate
  readonly until: IsoDate | null
  readonly reason: string
}

/** The organisations to which the decision on eligibility is delegated on a day (Care Act 2014 s.79). */
export async function listDelegates(
  tx: Tx,
  of: { readonly authorityId: number; readonly on: IsoDate },
): Promise<readonly number[]> {
  const { rows } = await sql<{ organisationId: number }>`
    select distinct organisation_id from delegation
     where authority_id = ${of.authorityId} and function = 'determination'
       and since <= ${of.on} and (until is null or until >= ${of.on})`.execute(tx)
  return rows.map(({ organisationId }) => organisationId)
}

/** Every delegation of the decision, the newest first; those that are over stay in the list. */
export async function listDelegations(tx: Tx, authorityId: number): Promise<readonly Delegation[]> {
  const { rows } = await sql<Delegation>`
    select d.id, d.organisation_id, o.name as organisation, d.since, d.until, d.reason from delegation d
      join organisation o on o.authority_id = d.authority_id and o.id = d.organisation_id
     where d.authority_id = ${authorityId}
     order by d.until is not null, d.since desc, d.id`.execute(tx)
  return rows
}

export async function insertDelegation(
  tx: Tx,
  of: Omit<Delegation, 'organisation'> & { readonly authorityId: number },
): Promise<void> {
  await tx
    .insertInto('delegation')
    .values({ ...of, function: 'determination' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateDelegationUntil(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly until: IsoDate },
): Promise<void> {
  await tx
    .updateTable('delegation')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

/** Whether an account is an administrator at the council itself today. */
export async function isCouncilAdministrator(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly today: IsoDate },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from membership m
      join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
     where m.authority_id = ${of.authorityId} and m.account_id = ${of.accountId}
       and 'administrator' = any (m.duties) and o.kind = 'council'
       and m.since <= ${of.today} and (m.until is null or m.until >= ${of.today})) as "is"`.execute(
    tx,
  )
  return rows[0]?.is ?? false
}
