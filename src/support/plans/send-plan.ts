import { documentFile } from '#platform/documents/document-file.ts'
import type { Document } from '#platform/documents/document.ts'
import type { DocumentFormat } from '#platform/documents/formats.ts'
import { plainText } from '#platform/documents/plain-text.ts'
import type { Tx } from '#platform/db/database.ts'
import { dayInWords, inWords, type IsoInstant } from '#platform/lib/dates.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { type Person, spokenName } from '#people/persons/person.ts'
import { postalLines, type Way } from '#people/persons/ways-to-send.ts'
import { listOpenReviews } from '#support/diary/reviews.sql.ts'
import type { Review } from '#support/diary/review.ts'
import { planDocument } from './plan-document.ts'
import { getPlanPeople, type PlanPeople } from '#support/plan-people.sql.ts'
import { planName, type WholePlan } from './plan.ts'
import { updateAsSent } from './plans.sql.ts'

/** A plan as a document, with who stands behind it and the review that comes next. */
export async function printedPlan(
  tx: Tx,
  of: { readonly whole: WholePlan; readonly person: Person },
): Promise<{
  readonly document: Document
  readonly people: PlanPeople
  readonly nextReview: Review | null
}> {
  const people = await getPlanPeople(tx, of.whole.plan)
  const [nextReview = null] = await listOpenReviews(tx, of.whole.plan.id)
  return { document: planDocument({ ...of, people, nextReview }), people, nextReview }
}

/** What a copy of a plan is called as a file, without its ending. */
export function copyName({ plan }: WholePlan): string {
  return `support-plan-${plan.reference}-${plan.number}`
}

/** Puts the plan into the outbox as the carer reads it and writes down that it went, all in one transaction. */
export async function sendPlan(
  tx: Tx,
  of: {
    readonly whole: WholePlan
    readonly person: Person
    readonly way: Way
    readonly format: DocumentFormat
    readonly at: IsoInstant
    readonly url: string
  },
): Promise<void> {
  const { whole, person, way, format, at } = of
  const { id } = whole.plan
  if (way === 'by_hand') return updateAsSent(tx, { id, at, as: 'by_hand' })
  const printed = await printedPlan(tx, of)
  const file = await documentFile(printed.document, format, copyName(whole))
  const bytes = Buffer.from(file.body)
  await queueMessage(tx, {
    authorityId: person.authorityId,
    channel: way,
    purpose: 'plan',
    recipient: way === 'email' ? (person.email ?? '') : postalLines(person),
    subject: 'Your support plan',
    body: messageWords({ ...of, ...printed }),
    personId: person.id,
    format,
    attachments: [{ name: file.name, type: file.type, bytes }],
  })
  await updateAsSent(tx, { id, at, as: format })
}

function messageWords(of: {
  readonly whole: WholePlan
  readonly person: Person
  readonly format: DocumentFormat
  readonly url: string
  readonly people: PlanPeople
  readonly nextReview: Review | null
  readonly document: Document
}): string {
  const { whole, person, people, nextReview, url } = of
  const who = people.worker ?? people.organisation
  const plan =
    of.format === 'text'
      ? ['Your plan:', plainText(of.document)]
      : ['Your plan comes with this message.']
  return [
    `Dear ${spokenName(person)}`,
    `Here is the support plan that we agreed on ${inWords(whole.plan.agreedOn ?? whole.plan.startedOn)}. Keep it where you can find it.`,
    ...(nextReview === null ? [] : [reviewWords(who, nextReview)]),
    `You can also read it, or ask us to look at it again, by signing in: ${url}/my/plan`,
    `If something is wrong in it, or something changes, ${people.telephone === null ? 'tell us' : `ring ${people.telephone}`} and say ${planName(whole.plan)}.`,
    ...plan,
    `${who}\n${people.organisation}`,
  ].join('\n\n')
}

function reviewWords(who: string, { dueFrom, dueOn }: Review): string {
  return dueFrom === null
    ? `${who} will talk with you about how it is going by ${dayInWords(dueOn)}.`
    : `${who} will talk with you about how it is going between ${inWords(dueFrom)} and ${inWords(dueOn)}.`
}
