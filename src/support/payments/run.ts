import { type Actor, holds } from '#platform/access/actor.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { Duty } from '#platform/access/duties.ts'
import type { Pence } from '#platform/lib/money.ts'
import { newReference } from '#platform/lib/reference.ts'

export type RunState = 'gathering' | 'gathered' | 'approved' | 'sending' | 'sent' | 'given_up'

/** A payment run: everything of an organisation that is due by a day, to be paid on one. */
export type Run = {
  readonly id: string
  readonly reference: string
  /** Null: of the whole authority. */
  readonly organisationId: number | null
  readonly upTo: IsoDate
  readonly payOn: IsoDate
  readonly state: RunState
  readonly gatheredTo: string | null
  /** These four are settled when it is approved. */
  readonly lines: number | null
  readonly sumPence: Pence | null
  readonly fileHash: string | null
  readonly approvedBy: string | null
  readonly begunBy: string
  readonly begunByName: string
  readonly begunAt: IsoInstant
  readonly approvedByName: string | null
  readonly approvedAt: IsoInstant | null
  readonly sentByName: string | null
  readonly sentAt: IsoInstant | null
  readonly version: number
}

export const runStates: Record<RunState, string> = {
  gathering: 'Being gathered',
  gathered: 'To be approved',
  approved: 'Approved, to be sent to the bank',
  sending: 'Being marked as paid',
  sent: 'Paid',
  given_up: 'Given up',
}

/** Those who may let money go, and read where it goes. */
export const runPayers = ['manager', 'council_practitioner'] as const satisfies readonly Duty[]

/** A new run's reference: short enough for the line of a bank statement. */
export function newRunReference(): string {
  return newReference('PAY')
}

/** For whom somebody pays: a council practitioner for the whole authority (null), a manager for their own organisation. */
export function payingFor(actor: Actor): number | null {
  if (holds(actor, 'council_practitioner') || actor.duties.includes('system')) return null
  return actor.organisationIds.find((id) => id > 0) ?? null
}
