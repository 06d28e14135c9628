import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { listLeadAddresses } from '#share/safeguarding/safeguarding.sql.ts'
import type { Urgency } from './instrument.ts'
import { urgencyWords } from './words.ts'

/**
 * Tells every safeguarding lead that an answer raised an alert, and who wrote it down. The message names
 * no carer, as it may be read by others; whoever of them may not open the reading asks that worker.
 */
export async function tellLeads(
  tx: Tx,
  { authorityId, displayName }: Actor,
  of: {
    readonly readingId: string
    readonly urgency: Urgency
    readonly today: IsoDate
    readonly url: string
  },
): Promise<void> {
  for (const recipient of await listLeadAddresses(tx, { authorityId, today: of.today }))
    await queueMessage(tx, {
      authorityId,
      channel: 'email',
      purpose: 'office',
      recipient,
      subject: of.urgency === 'now' ? 'Urgent: an alert from a measure' : 'An alert from a measure',
      body: `An answer that ${displayName} wrote down is ${urgencyWords[of.urgency]}. Sign in to read it: ${of.url}/measures/${of.readingId}. If it does not open for you, ask ${displayName}.`,
    })
}
