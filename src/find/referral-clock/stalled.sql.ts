import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

/** The authorities in which anything was ever referred. */
export async function listAuthoritiesWithReferrals(
  db: Database,
): Promise<readonly { readonly id: number; readonly code: string }[]> {
  const { rows } = await sql<{ id: number; code: string }>`
    select id, code from authorities_with_referrals()`.execute(db)
  return rows
}

export type Waiting = {
  readonly id: string
  readonly kind: CarerKind
  readonly urgent: boolean
  readonly receivedOn: IsoDate
  readonly state: string
  readonly contactDueOn: IsoDate | null
  readonly firstContactOn: IsoDate | null
}

/** What waits for an answer, or for a first talk whose day has passed, and is on no manager's list yet. */
export async function listWaiting(
  tx: Tx,
  of: { readonly authorityId: number; readonly today: IsoDate },
): Promise<readonly Waiting[]> {
  const columns = sql`id, kind, urgent, received_on, state, contact_due_on, first_contact_on`
  const { rows } = await sql<Waiting>`
    select ${columns} from referral
     where authority_id = ${of.authorityId} and state in ('new', 'asked') and escalated_on is null
    union all
    select ${columns} from referral
     where authority_id = ${of.authorityId} and state = 'accepted' and first_contact_on is null
       and contact_due_on < ${of.today} and escalated_on is null`.execute(tx)
  return rows
}

/** Puts referrals on their managers' lists; gives to which organisations, and how many came anew. */
export async function updateEscalated(
  tx: Tx,
  of: { readonly authorityId: number; readonly ids: readonly string[]; readonly on: IsoDate },
): Promise<readonly { readonly organisationId: number; readonly count: number }[]> {
  const { rows } = await sql<{ organisationId: number; count: number }>`
    with moved as (
      update referral set escalated_on = ${of.on}
       where authority_id = ${of.authorityId} and id = any (${[...of.ids]}::uuid[]) and escalated_on is null
      returning to_organisation_id)
    select to_organisation_id as organisation_id, count(*) as count from moved group by 1 order by 1`.execute(
    tx,
  )
  return rows
}

/** Where to write to an organisation's managers. */
export async function listManagers(
  tx: Tx,
  of: { readonly authorityId: number; readonly organisationId: number },
): Promise<readonly { readonly id: string; readonly email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    select distinct a.id, a.email from membership m
      join account a on a.authority_id = m.authority_id and a.id = m.account_id and a.active
     where m.authority_id = ${of.authorityId} and m.organisation_id = ${of.organisationId}
       and m.until is null and 'manager' = any (m.duties) order by a.id`.execute(tx)
  return rows
}
