import { text } from '#platform/web/fields.ts'
import {
  form,
  type Body,
  type FormState,
  freshForm,
  typedIn,
  withFault,
} from '#platform/web/form.ts'
import {
  page,
  see,
  show,
  showAgain,
  type Context,
  type PageView,
  type Reply,
} from '#platform/web/page.ts'
import { arrive, cookieHeader, signingInOf } from '../arrival.ts'
import { authenticatorPicture, authenticatorUri } from '../authenticator.ts'
import { tooManyTries } from '../limits.ts'
import { longestPassword } from '../password.rules.ts'
import { sessionHolder } from '../session.ts'
import { deleteIncompleteSessions, type SessionHolder } from '../sign-in.sql.ts'
import { headersFor } from '../sign-in/carry.ts'
import { beginSecondStep, completeByApp, type NewSecondStep } from '../sign-in/second-step.ts'
import { sixDigits } from './code.ts'
import { confirmPasswordView, newSecondStepView } from './second-step.view.ts'
import { tooMany } from './too-many.view.ts'

const passwordForm = form({ password: text('Enter your password', longestPassword) })
const codeForm = form({ code: sixDigits })

/**
 * Where somebody with a password sets up an authenticator app. Until then their session opens nothing
 * else; `anyone`, because it does not count as signed in.
 */
export const secondStepPage = page({
  path: '/sign-in/staff/second-step',
  door: 'public',
  may: 'anyone',
  get: async (context) => {
    const holder = await unfinished(context)
    return holder === null ? see('/sign-in/staff') : show(confirmPasswordView(freshForm()))
  },
  post: async (context) => {
    const holder = await unfinished(context)
    if (holder === null) return see('/sign-in/staff')
    return context.body['step'] === 'code' ? finish(context, holder) : begin(context, holder)
  },
})

async function unfinished(context: Context): Promise<SessionHolder | null> {
  const holder = await sessionHolder({ ...context, cookieHeader: cookieHeader(context.headers) })
  return holder === null || holder.complete ? null : holder
}

async function begin(context: Context, { email }: SessionHolder): Promise<Reply> {
  const read = passwordForm.read(context.body)
  if (!read.ok) return showAgain(confirmPasswordView(read.error))
  const until = await tooManyTries(context, ['password tried, e-mail', email])
  if (until !== null) return tooMany(until)
  const made = await beginSecondStep(context, read.value.password, headersFor(context))
  if (made.ok) return show(await drawn(email, made.value, freshForm()))
  return showAgain(confirmPasswordView(withFault({}, 'password', 'The password is not right')))
}

async function finish(context: Context, { email, accountId }: SessionHolder): Promise<Reply> {
  const read = codeForm.read(context.body)
  if (!read.ok) return showAgain(await drawn(email, shownBefore(context.body), read.error))
  const until = await tooManyTries(context, ['second step tried, network', context.ip])
  if (until !== null) return tooMany(until)
  const done = await completeByApp(context, read.value.code, headersFor(context))
  if (!done.ok) {
    const state = withFault(
      {},
      'code',
      'This code is not right. Wait for the next one and try again',
    )
    return showAgain(await drawn(email, shownBefore(context.body), state))
  }
  // Whoever else came in by the password alone while there was no second step is out again.
  await deleteIncompleteSessions(context.db, accountId)
  return arrive(context, done.value.setCookies, signingInOf(context)?.next ?? null)
}

async function drawn(email: string, made: NewSecondStep, state: FormState): Promise<PageView> {
  const picture = await authenticatorPicture(authenticatorUri(email, made.secret))
  return newSecondStepView(state, { ...made, picture })
}

/** What the page showed is only shown again: what counts is the secret in the database. */
function shownBefore(body: Body): NewSecondStep {
  const state = freshForm(body)
  const recoveryCodes = typedIn(state, 'recovery').split(' ').filter(Boolean)
  return {
    secret: typedIn(state, 'secret').slice(0, 100),
    recoveryCodes: recoveryCodes.slice(0, 20),
  }
}
