import type { IsoDate } from '#platform/lib/dates.ts'

export type ReviewKind = 'first' | 'yearly' | 'asked_for' | 'change' | 'direct_payment'

export type ReviewOutcome = 'continue' | 'change' | 'end'

export type Review = {
  readonly id: string
  readonly planId: string
  readonly personId: string
  readonly organisationId: number
  readonly reviewerId: string | null
  readonly kind: ReviewKind
  readonly dueFrom: IsoDate | null
  readonly dueOn: IsoDate
  readonly askedOn: IsoDate | null
  readonly askedWords: string | null
  readonly doneOn: IsoDate | null
  readonly words: ReviewWords
  readonly breaksDiscussed: boolean | null
  readonly outcome: ReviewOutcome | null
  readonly version: number
}

/** What was said at a review, under its own headings. */
export type ReviewWords = {
  readonly changed?: string
  readonly working?: string
  readonly notWorking?: string
  readonly reason?: string
}

export const reviewKinds: Record<ReviewKind, string> = {
  first: 'First review',
  yearly: 'Yearly review',
  asked_for: 'Review the carer asked for',
  change: 'Review because something changed',
  direct_payment: 'Direct payment review',
}

export const reviewOutcomes: Record<ReviewOutcome, string> = {
  continue: 'The plan goes on as it is',
  change: 'The plan changes',
  end: 'The plan ends',
}
