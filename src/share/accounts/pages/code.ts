import type { Field } from '#platform/web/fields.ts'
import { form, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { z } from 'zod'
import { findAccountByEmail } from '../accounts.sql.ts'
import { arrive, signingInOf, type SigningIn } from '../arrival.ts'
import { forgetTries, tooManyTries } from '../limits.ts'
import type { RefusalCode } from '../sign-in/ask.ts'
import { signInHeaders } from '../sign-in/carry.ts'
import { signInByCode } from '../sign-in/codes.ts'
import { identityFor } from '../sign-in/identity.ts'
import { codeView } from './code.view.ts'
import { codeSent } from './sign-in.ts'
import { tooMany } from './too-many.view.ts'

/** Six digits, however they were grouped. */
export const sixDigits: Field<string> = {
  parts: 'one',
  schema: z
    .string()
    .transform((given) => given.replaceAll(/[\s-]/g, ''))
    .pipe(
      z
        .string()
        .min(1, 'Enter the code')
        .regex(/^\d{6}$/, 'The code must be 6 numbers'),
    ),
}

const codeForm = form({ code: sixDigits })

/** The second half of a carer's way in: the code from the e-mail. */
export const codePage = page({
  path: '/sign-in/code',
  door: 'public',
  may: 'anyone',
  get: async (context) => {
    const asked = signingInOf(context)
    return asked === null ? see('/sign-in') : show(codeView(freshForm(), asked.email))
  },
  post: async (context) => {
    const asked = signingInOf(context)
    if (asked === null) return see('/sign-in')
    const read = codeForm.read(context.body)
    if (!read.ok) return showAgain(codeView(read.error, asked.email))
    return tryCode(context, asked, read.value.code)
  },
})

export const anotherCodePage = page({
  path: '/sign-in/code/again',
  door: 'public',
  may: 'anyone',
  get: async () => see('/sign-in/code'),
  post: async (context) => {
    const asked = signingInOf(context)
    return asked === null ? see('/sign-in') : codeSent(context, asked)
  },
})

async function tryCode(context: Context, asked: SigningIn, code: string): Promise<Reply> {
  const { email } = asked
  const until = await tooManyTries(
    context,
    ['code tried, e-mail', email],
    ['code tried, network', context.ip],
  )
  if (until !== null) return tooMany(until)
  const account = await context.asSystem('sign-in', (tx) =>
    findAccountByEmail(tx, context.actor.authorityId, email),
  )
  const identity = await identityFor(context, { email, account, wayIn: 'email_code' })
  const signedIn = await signInByCode(context, identity, code, signInHeaders(context))
  if (!signedIn.ok)
    return showAgain(codeView(withFault({}, 'code', faultOf(signedIn.error)), email))
  await forgetTries(context, ['code tried, e-mail', email], ['code asked, e-mail', email])
  return arrive(context, signedIn.value.setCookies, asked.next)
}

function faultOf(code: RefusalCode): string {
  switch (code) {
    case 'OTP_EXPIRED':
      return 'This code has run out. Ask for another one'
    case 'TOO_MANY_ATTEMPTS':
      return 'This code was tried too often and no longer works. Ask for another one'
    default:
      return 'This code is not right. Check the newest email from us, or ask for another code'
  }
}
