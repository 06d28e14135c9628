import { documentFile } from '#platform/documents/document-file.ts'
import type { Document } from '#platform/documents/document.ts'
import { formatNames, type DocumentFormat } from '#platform/documents/formats.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { queueMessage, type NewMessage } from '#platform/messages/messages.sql.ts'
import { addressLine, fullName } from '#people/persons/person.ts'
import { updateShared } from '#assess/assessments/sections.sql.ts'
import type { LetterFrom } from './decision-letter.ts'
import { mayAdvise } from './determination.ts'
import { letterOf } from './letters-of.ts'
import { updateSent } from './determinations.sql.ts'
import { wayNames, type SendingWay } from './sending.rules.ts'
import { writtenAdvice } from './written-advice.ts'

export type Attachment = NonNullable<NewMessage['attachments']>[number]

/**
 * The letter, and the written advice where it is owed, as files in the carer's format. Easy words
 * leave reasons out, which are owed in writing (s.13(2)), so the letter in full comes beside them.
 */
export async function attachmentsFor(
  from: LetterFrom,
  format: DocumentFormat,
): Promise<readonly Attachment[]> {
  const reference = from.assessment.reference ?? from.determination.id
  const advice = mayAdvise(from.determination) ? writtenAdvice(from) : null
  const documents = [
    { document: letterOf(from), name: `decision-${reference}`, as: format },
    ...(format === 'easy-read'
      ? [{ document: letterOf(from), name: `decision-${reference}`, as: 'pdf' as const }]
      : []),
    ...(advice === null ? [] : [{ document: advice, name: `advice-${reference}`, as: format }]),
  ]
  return filesOf(documents)
}

/** Documents as files to go with a message. */
export function filesOf(
  documents: readonly {
    readonly document: Document
    readonly name: string
    readonly as: DocumentFormat
  }[],
): Promise<readonly Attachment[]> {
  return Promise.all(
    documents.map(async ({ document, name, as }) => {
      const file = await documentFile(document, as, name)
      return { name: file.name, type: file.type, bytes: Buffer.from(file.body) }
    }),
  )
}

/**
 * Sends a decision once: keeps that it went and when the carer had a copy, opens the assessment to
 * the carer, and puts the message into the outbox, all in the transaction given. False where it was
 * sent before.
 */
export async function sendDecision(
  tx: Tx,
  of: {
    readonly from: LetterFrom
    readonly way: SendingWay
    readonly format: DocumentFormat
    readonly attachments: readonly Attachment[]
    readonly copyOn: IsoDate
    readonly copiesTo: string | null
    readonly sentAt: IsoInstant
    readonly authorityId: number
  },
): Promise<boolean> {
  const { from, way, format, copyOn, copiesTo, sentAt } = of
  const sentAs = `${wayNames[way]}, ${formatNames[format]}`
  const { id } = from.determination
  if (!(await updateSent(tx, { id, sentAt, sentAs, copyOn, copiesTo }))) return false
  await updateShared(tx, from.assessment.id)
  if (way === 'by_hand') return true
  const advice = writtenAdvice(from) === null ? '' : ' Our written advice comes with it.'
  const says = `What we decided after your assessment is in the letter with this message.${advice}`
  await queueMessage(tx, letterMessage({ ...of, way, title: letterOf(from).title, says }))
  return true
}

/** The message with which a letter about a decision goes to the carer. */
export function letterMessage(of: {
  readonly from: LetterFrom
  readonly way: 'email' | 'post'
  readonly format: DocumentFormat
  readonly attachments: readonly Attachment[]
  readonly authorityId: number
  readonly title: string
  readonly says: string
}): NewMessage {
  const { way, format, attachments, authorityId } = of
  const { person, organisation } = of.from
  const ring = organisation.telephone === null ? '' : ` or ring ${organisation.telephone}`
  return {
    authorityId,
    channel: way === 'email' ? 'email' : 'letter',
    purpose: 'decision',
    recipient:
      way === 'email'
        ? (person.email ?? '')
        : [fullName(person), ...addressLine(person).split(', ')].join('\n'),
    subject: of.title,
    body: `Dear ${fullName(person)},\n\n${of.says} You can also read it on your own page.\n\nIf anything is not clear, answer this message${ring}.\n\n${organisation.name}`,
    personId: person.id,
    format,
    attachments,
  }
}
