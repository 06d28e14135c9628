import { timeInWords } from '#platform/lib/dates.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Context } from '#platform/web/page.ts'
import type { Account } from './account.ts'
import { findAccountByEmail } from './accounts.sql.ts'
import { codeMinutes } from './session.rules.ts'
import { newCode } from './sign-in/codes.ts'
import { identityFor } from './sign-in/identity.ts'

/**
 * Makes a code for an e-mail address and writes the message that carries it. Whoever cannot sign in
 * with a code gets a message too, which says so to them alone: they may have typed another of their
 * addresses, and the page must not tell.
 */
export async function sendCode(context: Context, email: string): Promise<void> {
  const { actor, asSystem, clock, config } = context
  const { authorityId } = actor
  const found = await asSystem('sign-in code', (tx) => findAccountByEmail(tx, authorityId, email))
  const identity = await identityFor(context, { email, account: found, wayIn: 'email_code' })
  const code = await newCode(context, identity)
  const until = timeInWords(
    Temporal.Instant.from(clock.now()).add({ minutes: codeMinutes }).toString(),
  )
  const text = identity.account === null ? withoutCode(found, config.url) : withCode(code, until)
  await asSystem('sign-in code', (tx) =>
    queueMessage(tx, {
      ...text,
      authorityId,
      channel: 'email',
      purpose: 'sign_in',
      recipient: email,
      ...(identity.account === null ? {} : { accountId: identity.account.id }),
    }),
  )
}

type Text = { readonly subject: string; readonly body: string }

function withCode(code: string, until: string): Text {
  return {
    subject: 'Your code to sign in to Alongside',
    body: `Your code is ${code}.

Type it on the page where you asked for it. It works until ${until}, once.

Nobody from Alongside will ever ask you for this code. If you did not ask for it, somebody may have typed your address by mistake: you need do nothing.`,
  }
}

function withoutCode(found: Account | null, url: string): Text {
  const staff = found !== null && found.active && found.signIn !== 'email_code'
  const why = staff
    ? `This address belongs to somebody who works with carers. Staff sign in here: ${url}/sign-in/staff`
    : `We have no carer with this address who can sign in.

If you are on the carers’ register, you may have given us another address: try that one, or ring us and we will put it right.

If you are new to us, you can register here: ${url}/register`
  return {
    subject: 'You asked to sign in to Alongside',
    body: `Somebody, perhaps you, asked to sign in to Alongside with this email address.

${why}

If it was not you, you need do nothing.`,
  }
}
