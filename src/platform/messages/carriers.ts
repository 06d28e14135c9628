import nodemailer from 'nodemailer'
import { NotifyClient } from 'notifications-node-client'
import type { Config } from '#config.ts'
import type { OutgoingMessage } from './messages.sql.ts'

export type Attachment = { readonly name: string; readonly type: string; readonly bytes: Buffer }

/** Takes one message out of the house; null where nothing is set up for its channel. */
export type Carrier = (
  message: OutgoingMessage,
  attachments: readonly Attachment[],
) => Promise<void>

/** By GOV.UK Notify where there is a key, else by SMTP where there is a server, else not at all. */
export function carrierFor(config: Config, channel: string): Carrier | null {
  if (channel === 'letter') return null
  if (config.notify) return byNotify(config.notify, channel)
  return config.smtpUrl !== null && channel === 'email'
    ? bySmtp(config.smtpUrl, config.mailFrom)
    : null
}

function bySmtp(url: string, from: string): Carrier {
  const transport = nodemailer.createTransport(url)
  return async (message, attachments) => {
    await transport.sendMail({
      from,
      to: message.recipient,
      subject: message.subject ?? 'From Alongside',
      text: message.body,
      // The same message has the same name however often it is tried, so that a mailbox knows it again.
      messageId: `<${message.id}@alongside>`,
      attachments: attachments.map(({ name, type, bytes }) => ({
        filename: name,
        contentType: type,
        content: bytes,
      })),
    })
  }
}

function byNotify(settings: NonNullable<Config['notify']>, channel: string): Carrier {
  const client =
    settings.url === null
      ? new NotifyClient(settings.apiKey)
      : new NotifyClient(settings.url, settings.apiKey)
  return async (message, attachments) => {
    const personalisation: Record<string, unknown> = {
      subject: message.subject ?? '',
      body: message.body,
    }
    const [first] = attachments
    if (first)
      personalisation['link_to_file'] = client.prepareUpload(first.bytes, { filename: first.name })
    const options = { personalisation, reference: message.id }
    if (channel === 'text') await client.sendSms(settings.textTemplate, message.recipient, options)
    else await client.sendEmail(settings.emailTemplate, message.recipient, options)
  }
}
