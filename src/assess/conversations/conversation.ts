import type { IsoDate } from '#platform/lib/dates.ts'
import type { Topic } from '#assess/assessments/talk-topics.ts'

export type { Topic }

/** 1 connects, 2 is for a crisis, 3 is about a good life and leads into the assessment. */
export const numbers = [1, 2, 3] as const
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
  3: {
    title: 'Conversation 3: a good life',
    purpose:
      'Find what a good life beside caring would be, and what it takes. What is said here stands in the assessment.',
  },
}

/** One short page of a conversation with one purpose; the first of each is the one it cannot do without. */
export type Part = {
  readonly id: 'matters' | 'change' | 'life' | 'around'
  readonly title: string
  readonly topics: readonly Topic[]
}

const matters: Part = { id: 'matters', title: 'What matters', topics: ['matters'] }
const around: Part = {
  id: 'around',
  title: 'Strengths and people around',
  topics: ['strengths', 'people'],
}

/** The parts of each conversation in their order; what was agreed comes after them. */
export const partsOf: Readonly<Record<ConversationNumber, readonly [Part, ...Part[]]>> = {
  1: [matters, around],
  2: [{ id: 'change', title: 'What has to change now', topics: ['change'] }, matters, around],
  3: [{ id: 'life', title: 'A good life', topics: ['life'] }, matters, around],
}

/** What the last part, the list of who does what by when, is called. */
export const agreedTitles: Readonly<Record<ConversationNumber, string>> = {
  1: 'What was agreed',
  2: 'The plan for the next days',
  3: 'What was agreed',
}

export type ConversationWords = Readonly<Partial<Record<Topic, string>>> & {
  /** Why a crisis could be stood down. */
  readonly stoodDown?: string
  /** What comes after it. */
  readonly next?: string
}

/** Where words come from that were known before somebody asked, and of which day they are. */
export type KnownFrom = { readonly from: 'conversation' | 'assessment'; readonly on: IsoDate }

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
  /** What was brought along, until it was gone through with the carer. */
  readonly unconfirmed: Readonly<Partial<Record<Topic, KnownFrom>>>
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

/** What was said on a topic; empty where nothing was. */
export function saidOn({ words }: Pick<Conversation, 'words'>, topic: Topic): string {
  return words[topic] ?? ''
}

/** The first part in which nothing stands yet, or null where something stands in each. */
export function nextPart(of: Pick<Conversation, 'number' | 'words'>): Part | null {
  const blank = (part: Part) => part.topics.every((topic) => saidOn(of, topic) === '')
  return partsOf[of.number].find(blank) ?? null
}
