import type { IsoDate } from '#platform/lib/dates.ts'
import {
  day,
  hiddenId,
  hiddenVersion,
  optionalText,
  text,
  tick,
  type Field,
} from '#platform/web/fields.ts'
import { dayTyped, form, type FormState } from '#platform/web/form.ts'
import { stillUnconfirmed } from '#assess/assessments/known.rules.ts'
import { topics } from '#assess/assessments/talk-topics.ts'
import {
  partsOf,
  saidOn,
  type Conversation,
  type ConversationNumber,
  type Part,
  type Topic,
} from './conversation.ts'

const longest = 4000

/** The words without which a conversation of this kind is none: those of its first part. */
const needed: Readonly<Partial<Record<Topic, string>>> = {
  matters: 'Enter what matters to the carer',
  change: 'Enter what has to change in the next days',
  life: 'Enter what a good life would be for the carer',
}

/** Whether a part is the first of its conversation, which also asks for the day. */
export function isFirst(number: ConversationNumber, part: Part): boolean {
  return partsOf[number][0].id === part.id
}

/** The form of one part; only the first has words that may not be missing, and the day. */
export function partForm(number: ConversationNumber, part: Part, today: IsoDate) {
  const first = isFirst(number, part)
  return form({
    id: hiddenId(),
    version: hiddenVersion(),
    ...topicFields(part, first),
    held_on: first ? heldOn(today) : heldBefore,
    confirmed: tick(),
    asked: tick(),
  })
}

function heldOn(today: IsoDate): Field<IsoDate | null> {
  return day('Enter the day on which you talked', 'The day', {
    notAfter: { date: today, words: 'The day must be today or in the past' },
  }) as Field<IsoDate | null>
}

/** A later part asks for no day: it is the first part's. */
const heldBefore: Field<IsoDate | null> = {
  parts: 'one',
  schema: optionalText().schema.transform(() => null),
}

function topicFields(part: Part, first: boolean): Readonly<Record<Topic, Field<string | null>>> {
  return Object.fromEntries(
    topics.map((topic) => {
      const missing = needed[topic]
      const field =
        first && part.topics.includes(topic) && missing !== undefined
          ? text(missing, longest)
          : optionalText(longest)
      return [topic, field]
    }),
  ) as unknown as Readonly<Record<Topic, Field<string | null>>>
}

export type PartTyped = Extract<
  ReturnType<ReturnType<typeof partForm>['read']>,
  { ok: true }
>['value']

/** The conversation with a part as it was typed; what was brought along and left as it was stays marked. */
export function withPart(
  conversation: Pick<Conversation, 'words' | 'unconfirmed'>,
  part: Part,
  typed: PartTyped,
): Pick<Conversation, 'words' | 'unconfirmed'> {
  const after = Object.fromEntries(part.topics.map((topic) => [topic, typed[topic] ?? '']))
  const before = Object.fromEntries(
    part.topics.map((topic) => [topic, saidOn(conversation, topic)]),
  )
  const still = stillUnconfirmed({
    brought: part.topics.filter((topic) => conversation.unconfirmed[topic] !== undefined),
    before,
    after,
    confirmed: typed.confirmed,
  })
  return {
    words: { ...conversation.words, ...after },
    unconfirmed: Object.fromEntries(
      Object.entries(conversation.unconfirmed).filter(
        ([topic]) => !part.topics.includes(topic as Topic) || still.includes(topic),
      ),
    ),
  }
}

/** A part as its form shows it. */
export function asTyped(
  conversation: Pick<Conversation, 'id' | 'version' | 'words' | 'heldOn'>,
  part: Part,
): FormState['typed'] {
  return {
    id: conversation.id,
    version: String(conversation.version),
    ...Object.fromEntries(part.topics.map((topic) => [topic, saidOn(conversation, topic)])),
    ...dayTyped('held_on', conversation.heldOn),
  }
}
