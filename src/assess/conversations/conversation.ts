import type { IsoDate } from '#platform/lib/dates.ts'

/** The conversations that are held here; the third, about a good life, is the assessment. */
export const numbers = [1, 2] as const
export type ConversationNumber = (typeof numbers)[number]

export const purposes: Readonly<
  Record<ConversationNumber, { readonly title: string; readonly purpose: string }>
> = {
  1: {
    title: 'Conversation 1: connect',
    purpose:
      'Listen to what matters, and connect the carer with people and places that help, starting from what they have.',
  },
  2: {
    title: 'Conversation 2: crisis',
    purpose:
      'Find what has to change now for the carer to be safe and in control again, make it happen, and stay with it. No long-term plans in a crisis.',
  },
}

/** What somebody will do, and by when. */
export type Step = { readonly what: string; readonly who: string; readonly by: IsoDate | null }

export type ConversationWords = {
  readonly matters: string
  readonly strengths: string
  readonly people: string
  /** Conversation 2: what has to change in the next days. */
  readonly change: string
  readonly agreed: readonly Step[]
  /** How it stood when the crisis was over. */
  readonly stoodDown?: string
}

export type Conversation = {
  readonly id: string
  readonly personId: string
  readonly organisationId: number
  readonly accountId: string | null
  readonly heldBy: string | null
  readonly number: ConversationNumber
  readonly heldOn: IsoDate
  readonly state: 'open' | 'closed'
  readonly words: ConversationWords
  readonly checkInOn: IsoDate | null
  readonly closedOn: IsoDate | null
  readonly assessmentAskedFor: boolean
  readonly version: number
}

export type CheckIn = {
  readonly id: string
  readonly heldOn: IsoDate
  readonly heldBy: string | null
  readonly words: string
}
