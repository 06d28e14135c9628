import { heading, list, paragraph } from '#platform/documents/blocks.ts'
import type { Document } from '#platform/documents/document.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { HomeAuthority } from '#platform/web/house.ts'
import type { DataRequest } from './data-rights.ts'
import { keepGrounds, type KeepGround } from './erasure.rules.ts'

export type ErasureAnswer = {
  readonly decision: 'erase' | 'keep'
  readonly ground: KeepGround | null
  readonly because: string
  /** What the answer says is kept, and until when. */
  readonly kept: readonly { readonly words: string; readonly until: IsoDate | null }[]
  readonly by: string
}

type LetterOf = {
  readonly request: DataRequest
  readonly answer: ErasureAnswer
  readonly authority: HomeAuthority
  readonly today: IsoDate
}

/** The answer in writing to who asked for erasure: what was decided, by whom, why, and how to complain. */
export function erasureLetter({ request, answer, authority, today }: LetterOf): Document {
  return {
    kind: 'letter',
    language: 'en-GB',
    title: 'Our answer: erasing what we hold',
    subtitle: request.personName,
    authority: authority.name,
    sender: {
      name: authority.name,
      address: [],
      ...(authority.telephone === null ? {} : { phone: authority.telephone }),
    },
    date: today,
    reference: request.reference,
    body: [
      paragraph(
        `You asked on ${inWords(isoDate(request.receivedOn))} that we erase what we hold about you.`,
      ),
      ...(answer.decision === 'erase' ? erased(answer) : kept(answer)),
      heading('If you do not agree'),
      paragraph(
        'Tell us, and we look again. You can also complain to the Information Commissioner’s Office (0303 123 1113), or ask a court.',
      ),
    ],
  }
}

const erased = ({ by, because }: ErasureAnswer) => [
  paragraph(
    `${by} decided that we erase it. A second person does so in the next days. After that we cannot bring anything back, and your account with us ends. We keep a note that a record was erased, without your name, and who had looked at it, for as long as you could ask about that.`,
  ),
  paragraph(because),
]

const kept = ({ by, ground, because, kept: lines }: ErasureAnswer) => [
  paragraph(
    `${by} decided that we keep it${ground === null ? '' : `. ${keepGrounds[ground]}`} (UK GDPR, article 17).`,
  ),
  paragraph(because),
  ...(lines.length === 0
    ? []
    : [
        heading('What we keep, and until when'),
        list(
          lines.map(({ words, until }) =>
            until === null ? words : `${words}. Until ${inWords(until)}`,
          ),
        ),
      ]),
]
