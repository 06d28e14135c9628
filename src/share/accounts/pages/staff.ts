import { email, text } from '#platform/web/fields.ts'
import { form, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { findAccountByEmail } from '../accounts.sql.ts'
import { arrive, firstPage, nextQuery, ownPage, rememberSigningIn } from '../arrival.ts'
import { forgetTries, tooManyTries } from '../limits.ts'
import { longestPassword } from '../password.rules.ts'
import { signInHeaders } from '../sign-in/carry.ts'
import { identityFor } from '../sign-in/identity.ts'
import { signInByPassword } from '../sign-in/passwords.ts'
import { staffView } from './staff.view.ts'
import { tooMany } from './too-many.view.ts'

const passwordForm = form({
  email: email('Enter your work email address'),
  password: text('Enter your password', longestPassword),
})

/** The staff's way in: single sign-on where the authority has it, else a password and a second step. */
export const staffPage = page({
  path: '/sign-in/staff',
  door: 'public',
  may: 'anyone',
  query: nextQuery,
  get: async ({ signedIn, actor, config, query }) => {
    const next = ownPage(query.next)
    if (signedIn) return see(next ?? firstPage(actor))
    return show(staffView(freshForm(), ways(config, next)))
  },
  post: async (context) => {
    const next = ownPage(context.query.next)
    const read = passwordForm.read(context.body)
    if (!read.ok) return showAgain(staffView(read.error, ways(context.config, next)))
    return tryPassword(context, read.value, next)
  },
})

const ways = (config: Context['config'], next: string | null) => ({
  sso: config.oidc !== null,
  demo: config.demo,
  next,
})

async function tryPassword(
  context: Context,
  typed: { readonly email: string; readonly password: string },
  next: string | null,
): Promise<Reply> {
  const until = await tooManyTries(
    context,
    ['password tried, e-mail', typed.email],
    ['password tried, network', context.ip],
  )
  if (until !== null) return tooMany(until)
  const account = await context.asSystem('sign-in', (tx) =>
    findAccountByEmail(tx, context.actor.authorityId, typed.email),
  )
  const identity = await identityFor(context, { email: typed.email, account, wayIn: 'password' })
  const answer = await signInByPassword(context, identity, typed.password, signInHeaders(context))
  if (!answer.ok) {
    const state = withFault(
      { email: typed.email },
      'email',
      'The email address or the password is not right',
    )
    return showAgain(staffView(state, ways(context.config, next)))
  }
  await forgetTries(context, ['password tried, e-mail', typed.email])
  const { response, setCookies } = answer.value
  if (!response.secondStep) return arrive(context, setCookies, next)
  const remembered = rememberSigningIn(context, { email: typed.email, next })
  return { kind: 'see', location: '/sign-in/staff/code', setCookies: [...setCookies, remembered] }
}
