import type { Tx } from '#platform/db/database.ts'
import type { Document } from '#platform/documents/document.ts'
import { figures, heading, paragraph, signOff, table } from '#platform/documents/blocks.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { compareSenders, kindsOfSenders, type Comparison } from '../referrals/comparison.rules.ts'
import { findSendersLike, type OwnOrganisation } from '../referrals/comparison.sql.ts'
import { countSent, type SentCounts, type SpanOfDays } from '../referrals/sent-referrals.sql.ts'
import type { Writer } from './letters.sql.ts'

/** All that a year's letter to a sender is written from. */
export type LetterFrom = {
  readonly organisation: OwnOrganisation
  readonly year: SpanOfDays
  readonly counts: SentCounts
  readonly comparison: Comparison
  readonly writer: Writer
  readonly authority: string
  readonly today: IsoDate
}

/** Reads a year of what an organisation sent, as somebody of that organisation may know it. */
export async function letterFrom(
  tx: Tx,
  of: Pick<LetterFrom, 'organisation' | 'year' | 'writer' | 'authority' | 'today'>,
): Promise<LetterFrom> {
  const span = { ...of.year, organisationId: of.organisation.id }
  const counts = await countSent(tx, span)
  const like = await findSendersLike(tx, span)
  const kind = kindsOfSenders[of.organisation.kind] ?? 'senders'
  return { ...of, counts, comparison: compareSenders(counts.sent, like, kind) }
}

/** What became of the carers that an organisation referred in a year: numbers, and nobody's name. */
export function senderLetter(from: LetterFrom): Document {
  const { organisation, year, writer, authority, today, counts, comparison } = from
  const span = `${inWords(year.from)} to ${inWords(year.to)}`
  return {
    kind: 'letter',
    language: 'en-GB',
    title: `The carers you referred: ${span}`,
    authority,
    sender: {
      name: writer.name,
      address: writer.town === null ? [] : [writer.town],
      ...(writer.telephone === null ? {} : { phone: writer.telephone }),
    },
    recipient: [organisation.name, ...(organisation.town === null ? [] : [organisation.town])],
    date: today,
    body: [
      paragraph('Dear colleagues,'),
      paragraph(opening(counts)),
      ...(counts.sent === 0 ? [] : whatBecame(counts)),
      heading('Beside others like you'),
      paragraph(comparison.sentences.join(' ')),
      heading('Who else looks after someone?'),
      paragraph(
        'Most people who look after someone do not call themselves carers. A question at a review, a flu clinic or a discharge finds them. A referral takes two minutes, or a telephone call to us.',
      ),
      signOff({ name: writer.name }),
    ],
  }
}

function opening({ sent }: SentCounts): string {
  return sent === 0
    ? 'You referred no carers to us in these twelve months. We would like to hear of those you meet.'
    : `Thank you. You told us of ${sent === 1 ? 'one person who looks' : `${sent} people who look`} after someone, so that we could ring them.`
}

function whatBecame({
  sent,
  takenOn,
  contacted,
  daysToContact,
  outcomes,
  waiting,
  declined,
}: SentCounts) {
  const rows = Object.entries(outcomes).map(([outcome, count]) => [
    wordsFor('referral-outcomes', outcome),
    String(count),
  ])
  const others = `${someOf(declined)} ${declined === 1 ? 'was' : 'were'} not taken on, and ${someOf(waiting).toLowerCase()} ${waiting === 1 ? 'waits' : 'wait'} for an answer.`
  const days =
    daysToContact === null
      ? ''
      : ` The first talk typically came ${daysToContact} ${daysToContact === 1 ? 'day' : 'days'} after you wrote.`
  return [
    figures(
      { value: String(sent), label: 'referred' },
      { value: String(takenOn), label: 'taken on' },
      { value: String(contacted), label: 'talked with, of those who agreed that you hear' },
    ),
    paragraph(`${others}${days}`),
    ...(rows.length === 0
      ? []
      : [
          table({
            caption: 'What became of them, where the carer agreed that you hear',
            columns: [{ header: 'Outcome' }, { header: 'Carers', numeric: true }],
            rows,
          }),
        ]),
  ]
}

const someOf = (number: number): string => (number === 0 ? 'None' : String(number))
