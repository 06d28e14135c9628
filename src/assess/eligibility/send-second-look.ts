import type { DocumentFormat } from '#platform/documents/formats.ts'
import { formatNames } from '#platform/documents/formats.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { secondLookLetter, type LookLetterFrom } from './second-look-letter.ts'
import { updateLookSent } from './second-looks.sql.ts'
import { filesOf, letterMessage, type Attachment } from './send-decision.ts'
import { wayNames, type SendingWay } from './sending.rules.ts'

/** The answer as a file in the carer's format; in full beside easy words, which leave reasons out. */
export function lookAttachments(
  from: LookLetterFrom,
  format: DocumentFormat,
): Promise<readonly Attachment[]> {
  const document = secondLookLetter(from)
  const name = `second-look-${from.assessment.reference ?? from.look.id}`
  return filesOf([{ document, name, as: format }])
}

/** Sends the answer once, and keeps when the carer had a copy. False where it was sent before. */
export async function sendSecondLook(
  tx: Tx,
  of: {
    readonly from: LookLetterFrom
    readonly way: SendingWay
    readonly format: DocumentFormat
    readonly attachments: readonly Attachment[]
    readonly copyOn: IsoDate
    readonly sentAt: IsoInstant
    readonly authorityId: number
  },
): Promise<boolean> {
  const { from, way, format, copyOn, sentAt } = of
  const sentAs = `${wayNames[way]}, ${formatNames[format]}`
  if (!(await updateLookSent(tx, { id: from.look.id, sentAt, sentAs, copyOn }))) return false
  if (way === 'by_hand') return true
  const { title } = secondLookLetter(from)
  const says =
    'We looked again at our decision, as you asked. Our answer is in the letter with this message.'
  await queueMessage(tx, letterMessage({ ...of, way, title, says }))
  return true
}
