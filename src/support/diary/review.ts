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
  readonly sentAt: string | null
  readonly sentAs: string | null
  readonly version: number
}

/** What was said at a review, under its own headings. */
export type ReviewWords = {
  readonly changed?: string
  readonly working?: string
  readonly notWorking?: string
  readonly reason?: string
}

/** What a carer says of the support, once a review; each part may be left out. */
export type Feedback = {
  readonly satisfaction: Satisfaction | null
  readonly recommend: Recommend | null
  readonly words: string | null
}

/** Who wrote it down: the carer at home, or who held the review. */
export type SaidBy = 'carer' | 'worker'

export const satisfactions = {
  very: 'Very satisfied',
  quite: 'Quite satisfied',
  neither: 'Neither satisfied nor dissatisfied',
  not_very: 'Not very satisfied',
  not_at_all: 'Not at all satisfied',
} as const
export type Satisfaction = keyof typeof satisfactions

export const recommends = { yes: 'Yes', perhaps: 'Perhaps', no: 'No' } as const
export type Recommend = keyof typeof recommends

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
