import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

/** What anybody may know who holds a referral's reference: its days, and whom to ring. No name. */
export type Standing = {
  readonly reference: string
  readonly kind: CarerKind
  readonly urgent: boolean
  readonly receivedOn: IsoDate
  readonly state: 'new' | 'asked' | 'accepted' | 'declined' | 'closed'
  readonly triagedOn: IsoDate | null
  readonly contactDueOn: IsoDate | null
  readonly firstContactOn: IsoDate | null
  readonly organisationId: number
  readonly organisation: string
  readonly telephone: string | null
  /** How often it was passed on. */
  readonly passed: number
  /** Whether an assessment was asked for in it. */
  readonly asksForAssessment: boolean
}

const standing = sql`
  select r.reference, r.kind, r.urgent, r.received_on, r.state, r.triaged_on, r.contact_due_on, r.first_contact_on,
         o.id as organisation_id, o.name as organisation, o.telephone, cardinality(r.passed_by) as passed,
         (r.assessment_asked_for or r.reason is not distinct from 'assessment') as asks_for_assessment
    from referral r
    join organisation o on o.authority_id = r.authority_id and o.id = r.to_organisation_id`

/** The receipt of a referral that a visitor sent, or that this worker took down; null where there is none. */
export async function findReceipt(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly takenBy: string | null },
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`${standing}
     where r.authority_id = ${of.authorityId} and r.id = ${of.id} and r.referrer_account_id is null
       and r.door is not null and r.taken_by is not distinct from ${of.takenBy}::uuid`.execute(tx)
  return rows[0] ?? null
}

/** Where a referral stands, for whoever has its reference and knows the carer's last name. */
export async function findStanding(
  tx: Tx,
  of: { readonly authorityId: number; readonly reference: string; readonly familyName: string },
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`${standing}
     where r.authority_id = ${of.authorityId} and r.reference = ${of.reference}
       and lower(btrim(r.told ->> 'familyName')) = lower(btrim(${of.familyName}))`.execute(tx)
  return rows[0] ?? null
}
