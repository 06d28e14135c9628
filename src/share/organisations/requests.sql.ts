import { sql } from 'kysely'
import type { Duty } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { StaffDuty } from './organisation.ts'

export type DutyRequest = {
  readonly id: string
  readonly accountId: string
  readonly organisationId: number
  readonly duty: StaffDuty
  readonly since: IsoDate
  readonly until: IsoDate | null
  readonly askedBy: string
}

export async function insertDutyRequest(
  tx: Tx,
  of: DutyRequest & { readonly authorityId: number },
): Promise<void> {
  await tx
    .insertInto('dutyRequest')
    .values(of)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A duty that waits for a second administrator; null where it waits no longer. Held until the transaction ends. */
export async function findOpenDutyRequest(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string },
): Promise<DutyRequest | null> {
  const row = await tx
    .selectFrom('dutyRequest')
    .select(['id', 'accountId', 'organisationId', 'duty', 'since', 'until', 'askedBy'])
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst()
  return (row as DutyRequest | undefined) ?? null
}

export async function updateDutyRequest(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly id: string
    readonly state: 'given' | 'declined'
    readonly settledBy: string
  },
): Promise<void> {
  await tx
    .updateTable('dutyRequest')
    .set({ state: of.state, settledBy: of.settledBy })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

/** Declines every duty that waits for somebody. */
export async function updateRequestsDeclined(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly accountId: string
    readonly settledBy: string
  },
): Promise<void> {
  await tx
    .updateTable('dutyRequest')
    .set({ state: 'declined', settledBy: of.settledBy })
    .where('authorityId', '=', of.authorityId)
    .where('accountId', '=', of.accountId)
    .where('state', '=', 'asked')
    .execute()
}

/** Something that a second administrator is to look at. */
export type Waiting = {
  readonly kind: 'duty' | 'invitation' | 'rule'
  readonly id: string
  /** For whom: a person's name, or what a rule of single sign-on looks for. */
  readonly who: string
  readonly organisation: string
  readonly duties: readonly Duty[]
  readonly since: IsoDate | null
  readonly until: IsoDate | null
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: IsoInstant
}

/** All that waits for a second administrator, the oldest first. */
export async function listWaiting(tx: Tx, authorityId: number): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select w.kind, w.id, w.who, o.name as organisation, w.duties, w.since, w.until, w.asked_by,
           a.display_name as asked_by_name, w.asked_at
      from (
        select 'duty' as kind, r.id, b.display_name as who, r.organisation_id, array[r.duty] as duties,
               r.since, r.until, r.asked_by, r.asked_at
          from duty_request r join account b on b.authority_id = r.authority_id and b.id = r.account_id
         where r.authority_id = ${authorityId} and r.state = 'asked'
        union all
        select 'invitation', i.id, i.display_name || ', ' || i.email, i.organisation_id, i.duties,
               i.since, i.until, i.invited_by, i.invited_at
          from invitation i where i.authority_id = ${authorityId} and i.state = 'to_confirm'
        union all
        select 'rule', s.id, s.claim || ' ' || s.value, s.organisation_id, s.duties, null, null, s.asked_by, s.asked_at
          from sign_on_rule s where s.authority_id = ${authorityId} and s.state = 'to_confirm') w
      join organisation o on o.authority_id = ${authorityId} and o.id = w.organisation_id
      join account a on a.authority_id = ${authorityId} and a.id = w.asked_by
     order by w.asked_at, w.id`.execute(tx)
  return rows
}
