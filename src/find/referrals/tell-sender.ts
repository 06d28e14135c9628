import type { Config } from '#config.ts'
import type { Tx } from '#platform/db/database.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Referral } from './referral.ts'
import { findSenderAddress } from './sent-referrals.sql.ts'

/** What there is to read, without a word of whom it is about: an inbox is read by many eyes. */
const news = {
  asked: {
    subject: 'We have a question about your referral',
    body: 'We have a question about the referral you sent. Please answer it, so that we can go on.',
  },
  passed: {
    subject: 'We have passed on your referral',
    body: 'We could not take on the referral you sent. The carer agreed that another service has it now, and you hear from them what becomes of it.',
  },
  accepted: {
    subject: 'We have taken on your referral',
    body: 'We have taken on the referral you sent, and will be in touch with the carer.',
  },
  declined: {
    subject: 'We have not taken on your referral',
    body: 'We have not taken on the referral you sent. Sign in to read what you may know of it.',
  },
  closed: {
    subject: 'There is news of your referral',
    body: 'We have finished with the referral you sent. Sign in to read what you may know of it.',
  },
} as const

/** Tells the person who sent a referral that there is something to read; nobody where none signed it. */
export async function tellSender(
  tx: Tx,
  of: { readonly referral: Referral; readonly what: keyof typeof news; readonly config: Config },
): Promise<void> {
  const { referral, what, config } = of
  const accountId = referral.referrerAccountId
  const recipient = accountId === null ? null : await findSenderAddress(tx, accountId)
  if (accountId === null || recipient === null) return
  const { subject, body } = news[what]
  await queueMessage(tx, {
    authorityId: referral.authorityId,
    channel: 'email',
    purpose: 'office',
    recipient,
    accountId,
    subject: `${subject}: ${referral.reference}`,
    body: `${body}\n\nReference ${referral.reference}\n${config.url}/referrals/sent/${referral.id}\n`,
  })
}
