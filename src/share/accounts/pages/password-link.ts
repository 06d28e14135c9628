import { z } from 'zod'
import { email, text } from '#platform/web/fields.ts'
import { form, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { findAccount } from '../accounts.sql.ts'
import { tooManyTries } from '../limits.ts'
import { passwordFault } from '../password.rules.ts'
import { sendPasswordLink } from '../send-password-link.ts'
import { passwordLinkOwner, setPassword } from '../sign-in/passwords.ts'
import {
  askForLinkView,
  linkGoneView,
  linkSentView,
  newPasswordView,
} from './password-link.view.ts'
import { tooMany } from './too-many.view.ts'

const addressForm = form({ email: email('Enter your work email address') })
const newPasswordForm = form({ password: text('Enter a password', 1000) })

/** Asks for a link to set a password: the first one, or a new one. The same answer for every address. */
export const askForLinkPage = page({
  path: '/sign-in/staff/password',
  door: 'public',
  may: 'anyone',
  get: async () => show(askForLinkView(freshForm())),
  post: async (context) => {
    const read = addressForm.read(context.body)
    if (!read.ok) return showAgain(askForLinkView(read.error))
    const { email: address } = read.value
    const until = await tooManyTries(
      context,
      ['link asked, e-mail', address],
      ['link asked, network', context.ip],
    )
    if (until !== null) return tooMany(until)
    await sendPasswordLink(context, address)
    return show(linkSentView(address))
  },
})

/** The page that the link opens. Saving signs the account out everywhere and leads to signing in. */
export const newPasswordPage = page({
  path: '/sign-in/staff/password/:token',
  door: 'public',
  may: 'anyone',
  params: z.object({ token: z.string().regex(/^\w{10,80}$/) }),
  get: async (context) => {
    const owner = await passwordLinkOwner(context, context.params.token)
    return owner === null ? gone : show(newPasswordView(freshForm()))
  },
  post: async (context) => {
    const until = await tooManyTries(context, ['link tried, network', context.ip])
    if (until !== null) return tooMany(until)
    const owner = await passwordLinkOwner(context, context.params.token)
    if (owner === null) return gone
    return save(context, context.params.token, owner)
  },
})

const gone: Reply = { kind: 'view', view: linkGoneView, status: 410 }

async function save(context: Context, token: string, owner: string): Promise<Reply> {
  const read = newPasswordForm.read(context.body)
  if (!read.ok) return showAgain(newPasswordView(read.error))
  const { password } = read.value
  const account = await context.asSystem('new password', (tx) =>
    findAccount(tx, context.actor.authorityId, owner),
  )
  const fault = passwordFault(password, account?.email ?? '')
  if (fault !== null) return showAgain(newPasswordView(withFault({}, 'password', fault)))
  const saved = await setPassword(context, token, password)
  return saved.ok ? see('/sign-in/staff') : gone
}
