import type { Insertable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { newId } from '#platform/lib/ids.ts'
import { codeList } from './code-lists.ts'
import type { AssessmentRow } from './assessment-rows.rules.ts'
import type { PaymentRow } from './payment-rows.rules.ts'
import type { WithCarer } from './read-extract.ts'
import type { ReferralRow } from './referral-rows.rules.ts'
import type { SessionRow } from './session-rows.rules.ts'
import type { TrainingRow } from './training-rows.rules.ts'

type Row<T extends keyof DB> = Insertable<DB[T]> & { readonly id: string }

/** Whose an event is here, and who may read it. */
export type Whose = {
  readonly personId: string
  readonly organisationId: number
  readonly readers: readonly number[]
  readonly kind: CarerKind
}

export type EventLanding = { readonly authorityId: number; readonly nextReference: () => string }

/** A referral of a previous system: closed with its outcome, or still open. */
export function referralOf(
  row: WithCarer<ReferralRow>,
  whose: Whose,
  landing: EventLanding,
): Row<'referral'> {
  const open = row.outcome === null || row.outcome === 'waiting'
  return {
    authorityId: landing.authorityId,
    id: newId(),
    reference: landing.nextReference(),
    personId: whose.personId,
    kind: whose.kind,
    receivedOn: row.receivedOn,
    source: row.source ?? 'other',
    toOrganisationId: whose.organisationId,
    reason: row.reason,
    state: open ? (row.firstContactOn === null ? 'new' : 'accepted') : 'closed',
    firstContactOn: row.firstContactOn,
    outcome: open ? null : row.outcome,
    previousRef: row.id,
  }
}

export function assessmentOf(
  row: WithCarer<AssessmentRow>,
  whose: Whose,
  landing: EventLanding,
): Row<'assessment'> {
  const declined = row.outcome === 'declined'
  return {
    authorityId: landing.authorityId,
    id: newId(),
    personId: whose.personId,
    organisationId: whose.organisationId,
    kind: row.kind,
    method: row.method,
    combined: row.combined,
    state: declined ? 'declined' : 'completed',
    completedOn: declined ? null : row.completedOn,
    closedOn: declined ? row.completedOn : null,
    outcome: row.outcome,
    previousRef: row.id,
    readers: [...whose.readers],
  }
}

/** A one-off direct payment that was paid (Care Act 2014 s.31). */
export function paymentOf(
  row: WithCarer<PaymentRow>,
  whose: Whose,
  landing: EventLanding,
): Row<'payment'> {
  return {
    authorityId: landing.authorityId,
    id: newId(),
    personId: whose.personId,
    organisationId: whose.organisationId,
    kind: 'one_off',
    basis: 'direct_payment',
    amountPence: row.amountPence,
    purpose: row.purpose ?? 'Not recorded',
    state: 'paid',
    paidOn: row.paidOn,
    previousRef: row.id,
    readers: [...whose.readers],
  }
}

export function courseOf(
  row: WithCarer<TrainingRow>,
  whose: Whose,
  landing: EventLanding,
): Row<'attendance'> {
  const what = { kind: 'course', name: row.course, venue: row.venue, hours: null }
  return attendance(row, whose, { ...landing, ...what, previousRef: `training ${row.id}` })
}

export function sessionOf(
  row: WithCarer<SessionRow>,
  whose: Whose,
  landing: EventLanding,
): Row<'attendance'> {
  const label = codeList('session-kinds').labels.get(row.kind) ?? row.kind
  const what = { kind: row.kind, name: label, venue: row.where, hours: row.hours }
  return attendance(row, whose, { ...landing, ...what, previousRef: `session ${row.id}` })
}

type What = {
  readonly authorityId: number
  readonly kind: string
  readonly name: string
  readonly venue: string | null
  readonly hours: number | null
  readonly previousRef: string
}

function attendance({ heldOn }: { heldOn: string }, whose: Whose, what: What): Row<'attendance'> {
  const { authorityId, kind, name, venue, hours, previousRef } = what
  const { personId, organisationId, readers } = whose
  return {
    authorityId,
    id: newId(),
    personId,
    organisationId,
    kind,
    name,
    heldOn,
    venue,
    hours,
    previousRef,
    readers: [...readers],
  }
}
