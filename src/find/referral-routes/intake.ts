import type { IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

/** What an organisation takes of what is referred, and how much of it there is room for. */
export type Intake = {
  readonly organisationId: number
  readonly name: string
  /** The organisation's own kind: hub, young_carers, charity, council, … */
  readonly organisationKind: string
  readonly telephone: string | null
  readonly kinds: readonly CarerKind[]
  /** ONS codes of districts; empty: everywhere. */
  readonly areas: readonly string[]
  /** Codes of `referral-reasons`; empty: whatever is asked for. */
  readonly reasons: readonly string[]
  /** How many referrals it can hold that wait; null: as many as come. */
  readonly capacity: number | null
  readonly held: number
  readonly paused: boolean
  readonly pausedUntil: IsoDate | null
  readonly pausedBecause: string | null
  /** Who is asked first, of several who can take it: 1 before 9. */
  readonly place: number
}

/** What the choice of an organisation turns on. */
export type About = {
  readonly kind: CarerKind
  readonly reason: string | null
  /** Where the carer lives; null where nobody said, or the postcode is not known. */
  readonly districtCode: string | null
  /** Organisations that have had it and could not take it. */
  readonly tried: readonly number[]
}
