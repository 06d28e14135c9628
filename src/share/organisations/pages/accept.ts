import { z } from 'zod'
import { optionalText, text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, withFault } from '#platform/web/form.ts'
import { page, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { tooManyTries } from '#share/accounts/limits.ts'
import { passwordFault } from '#share/accounts/password.rules.ts'
import { acceptInvitation, openInvitation } from '../accept-invitation.ts'
import type { NamedInvitation } from '../invitations.sql.ts'
import { acceptedView, acceptView, goneView, tooManyView } from './accept.view.ts'

const acceptForm = form({ name: text('Enter your name', 100), password: optionalText(1000) })

const gone: Reply = { kind: 'view', view: goneView, status: 410 }

/** The page that an invitation's link opens: who invites, for what, and a way to say yes. */
export const acceptPage = page({
  path: '/invitation/:token',
  door: 'public',
  may: 'anyone',
  params: z.object({ token: z.string().regex(/^[\w-]{10,80}$/) }),
  get: async (context) => {
    const invitation = await openInvitation(context, context.params.token)
    if (invitation === null) return gone
    return show(acceptView(invitation, freshForm({ name: invitation.displayName })))
  },
  post: async (context) => {
    const until = await tooManyTries(context, ['link tried, network', context.ip])
    if (until !== null) return { kind: 'view', view: tooManyView, status: 429 }
    const invitation = await openInvitation(context, context.params.token)
    if (invitation === null) return gone
    const read = acceptForm.read(context.body)
    if (!read.ok) return showAgain(acceptView(invitation, read.error))
    return accept(context, context.params.token, { invitation, ...read.value })
  },
})

async function accept(
  context: Context,
  token: string,
  typed: {
    readonly invitation: NamedInvitation
    readonly name: string
    readonly password: string | null
  },
): Promise<Reply> {
  const { invitation, name } = typed
  const password = invitation.signIn === 'password' ? (typed.password ?? '') : null
  const fault = password === null ? null : passwordFault(password, invitation.email)
  const again = (state: FormState): Reply => showAgain(acceptView(invitation, state))
  if (fault !== null) return again(withFault({ name }, 'password', fault))
  const accepted = await acceptInvitation(context, { token, name, password })
  if (accepted.ok) return show(acceptedView(accepted.value, invitation.organisation))
  return gone
}
