import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Context } from '#platform/web/page.ts'
import { findAccountByEmail } from './accounts.sql.ts'
import { identityFor } from './sign-in/identity.ts'
import { newPasswordToken } from './sign-in/passwords.ts'

/** Writes the message with a link that sets a password; whoever has none to set gets one that says so. */
export async function sendPasswordLink(context: Context, email: string): Promise<void> {
  const { actor, asSystem, config } = context
  const { authorityId } = actor
  const account = await asSystem('password link', (tx) =>
    findAccountByEmail(tx, authorityId, email),
  )
  const identity = await identityFor(context, { email, account, wayIn: 'password' })
  const token = await newPasswordToken(context, identity)
  const body =
    token === null
      ? withoutLink(config.url)
      : withLink(`${config.url}/sign-in/staff/password/${token}`)
  await asSystem('password link', (tx) =>
    queueMessage(tx, {
      authorityId,
      channel: 'email',
      purpose: 'sign_in',
      recipient: email,
      subject: 'Your password for Alongside',
      body,
      ...(identity.account === null ? {} : { accountId: identity.account.id }),
    }),
  )
}

const withLink = (
  link: string,
): string => `You, or somebody who typed your address, asked to set a password for Alongside. Open this link within an hour:

${link}

It works once, and signs you out everywhere. If it was not you, you need do nothing: your password stays as it is.`

const withoutLink = (
  url: string,
): string => `Somebody, perhaps you, asked to set a password for Alongside with this email address. It has no account that signs in with a password.

If your organisation uses single sign-on, sign in here: ${url}/sign-in/staff
If you look after someone, sign in here: ${url}/sign-in
If you should have an account, ask your administrator.

If it was not you, you need do nothing.`
