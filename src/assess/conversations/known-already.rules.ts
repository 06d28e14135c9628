/**
 * What is known before a conversation, so that nothing is asked twice: the latest words on each
 * topic, from a talk or from an assessment. It is a start and no answer: until somebody went through
 * it with the carer it is marked with the day on which it was said (Care and Support Statutory
 * Guidance 6.44 on a true picture; the practice of the three conversations).
 */
import type { IsoDate } from '#platform/lib/dates.ts'
import {
  partsOf,
  saidOn,
  type Conversation,
  type ConversationNumber,
  type KnownFrom,
  type Topic,
} from './conversation.ts'

export type Known = Readonly<
  Partial<Record<Topic, { readonly words: string; readonly from: KnownFrom }>>
>

/** What has to change in one crisis is asked anew in the next. */
const neverKnown: readonly Topic[] = ['change']

/** What is known for a conversation; where two are of one day, the talk before the assessment. */
export function knownAlready(
  number: ConversationNumber,
  of: {
    /** The newest first. */
    readonly talks: readonly Pick<Conversation, 'heldOn' | 'words' | 'unconfirmed'>[]
    readonly assessment: {
      readonly on: IsoDate
      readonly said: Readonly<Partial<Record<Topic, string>>>
    } | null
  },
): Known {
  const topics = partsOf[number]
    .flatMap((part) => part.topics)
    .filter((topic) => !neverKnown.includes(topic))
  return Object.fromEntries(
    topics.flatMap((topic) => {
      const found = latest(topic, of)
      return found === null ? [] : [[topic, found]]
    }),
  )
}

function latest(
  topic: Topic,
  { talks, assessment }: Parameters<typeof knownAlready>[1],
): NonNullable<Known[Topic]> | null {
  const talk = talks.find((each) => saidOn(each, topic) !== '')
  const fromTalk: KnownFrom | null =
    talk === undefined
      ? null
      : (talk.unconfirmed[topic] ?? { from: 'conversation', on: talk.heldOn })
  const words = assessment?.said[topic] ?? ''
  if (assessment !== null && words !== '' && (fromTalk === null || assessment.on > fromTalk.on))
    return { words, from: { from: 'assessment', on: assessment.on } }
  return talk === undefined || fromTalk === null
    ? null
    : { words: saidOn(talk, topic), from: fromTalk }
}
