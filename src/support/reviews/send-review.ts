import { documentFile } from '#platform/documents/document-file.ts'
import type { Document } from '#platform/documents/document.ts'
import type { DocumentFormat } from '#platform/documents/formats.ts'
import { plainText } from '#platform/documents/plain-text.ts'
import type { Tx } from '#platform/db/database.ts'
import { inWords, isoDate, type IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { spokenName } from '#people/persons/person.ts'
import { listOpenReviews, updateReviewAsSent } from '#support/diary/reviews.sql.ts'
import { planName } from '#support/plans/plan.ts'
import { postalLines, type Way } from '#people/persons/ways-to-send.ts'
import { reviewCopyName, reviewDocument } from './review-document.ts'
import { getReviewOf, type ReviewOf } from './review-of.ts'

export type PrintedReview = {
  readonly of: ReviewOf
  readonly document: Document
  readonly name: string
}

/** A held review as a document; throws NotFound for one that is not held yet. */
export async function printedReview(tx: Tx, id: string): Promise<PrintedReview> {
  const of = await getReviewOf(tx, id)
  if (of.review.doneOn === null) throw new NotFound('review')
  const plan = of.next?.plan.state === 'agreed' ? of.next.plan : of.whole.plan
  const [nextReview = null] = await listOpenReviews(tx, plan.id)
  return { of, document: reviewDocument({ ...of, nextReview }), name: reviewCopyName(of) }
}

/** Puts the written review into the outbox as the carer reads it and writes down that it went. */
export async function sendReview(
  tx: Tx,
  printed: PrintedReview,
  by: {
    readonly way: Way
    readonly format: DocumentFormat
    readonly at: IsoInstant
    readonly url: string
  },
): Promise<void> {
  const { way, format, at } = by
  const { review, person } = printed.of
  if (way === 'by_hand') return updateReviewAsSent(tx, { id: review.id, at, as: 'by_hand' })
  const file = await documentFile(printed.document, format, printed.name)
  await queueMessage(tx, {
    authorityId: person.authorityId,
    channel: way,
    purpose: 'plan',
    recipient: way === 'email' ? (person.email ?? '') : postalLines(person),
    subject: 'The review of your support plan',
    body: messageWords(printed, by),
    personId: person.id,
    format,
    attachments: [{ name: file.name, type: file.type, bytes: Buffer.from(file.body) }],
  })
  await updateReviewAsSent(tx, { id: review.id, at, as: format })
}

function messageWords(
  { of, document }: PrintedReview,
  { format, url }: { readonly format: DocumentFormat; readonly url: string },
): string {
  const { review, whole, person, people, reviewer } = of
  const who = reviewer ?? people.worker ?? people.organisation
  const day = inWords(isoDate(review.doneOn ?? review.dueOn))
  const ring = people.telephone === null ? 'tell us' : `ring ${people.telephone}`
  return [
    `Dear ${spokenName(person)}`,
    `We talked about your support plan on ${day}. This is what you told us and what follows from it.`,
    `You can also read it by signing in: ${url}/my/plan`,
    `If something in it is wrong, ${ring} and say ${planName(whole.plan)}.`,
    ...(format === 'text'
      ? ['The review:', plainText(document)]
      : ['The review comes with this message.']),
    `${who}\n${people.organisation}`,
  ].join('\n\n')
}
