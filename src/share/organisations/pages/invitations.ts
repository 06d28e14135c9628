import { z } from 'zod'
import { newId } from '#platform/lib/ids.ts'
import { type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { inviteForm } from '../invite-form.ts'
import { invite, sendInvitation } from '../invite.ts'
import { notAgain } from '../invitation.rules.ts'
import { getInvitation, listInvitations, updateInvitation } from '../invitations.sql.ts'
import { listOrganisations } from '../organisations.sql.ts'
import { inviteView, invitationsView, notSentView } from './invitations.view.ts'

const most = 200
const oneOf = z.object({ id: z.uuid() })

/** Who was invited, and how each invitation stands. */
export const invitationsPage = page({
  path: '/admin/invitations',
  door: 'workspace',
  may: administrators,
  get: ({ actor, clock, asActor }) =>
    asActor(async (tx) =>
      show(invitationsView(await listInvitations(tx, actor.authorityId, most), clock.now())),
    ),
})

/** Invites somebody to work here. */
export const invitePage = page({
  path: '/admin/invitations/new',
  door: 'workspace',
  may: administrators,
  get: ({ actor: { authorityId }, clock, config, asActor }) =>
    asActor(async (tx) => {
      const organisations = await listOrganisations(tx, { authorityId, today: clock.today() })
      const typed = { id: newId(), signIn: config.oidc === null ? 'password' : '' }
      return show(inviteView({ organisations, state: freshForm(typed), sso: config.oidc !== null }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const by = administratorOf(context)
      const { authorityId } = by
      const today = context.clock.today()
      const organisations = await listOrganisations(tx, { authorityId, today })
      const again = (state: FormState) =>
        showAgain(inviteView({ organisations, state, sso: context.config.oidc !== null }))
      const read = inviteForm(organisations, today).read(context.body)
      if (!read.ok) return again(read.error)
      const { name, organisation, since, ...asked } = read.value
      const at = organisations.find((each) => String(each.id) === organisation)!
      const invited = await invite(tx, context, {
        ...asked,
        authorityId,
        displayName: name,
        organisationId: at.id,
        at,
        since: since ?? today,
        invitedBy: by.accountId,
      })
      if (!invited.ok)
        return again(withFault(context.body, invited.error.field, invited.error.message))
      return see(invited.value === 'waiting' ? '/admin/waiting' : '/admin/invitations')
    }),
})

/** Sends the link again: a new one, which ends the one before. */
export const sendAgainPage = page({
  path: '/admin/invitations/:id/again',
  door: 'workspace',
  may: administrators,
  params: oneOf,
  get: async () => see('/admin/invitations'),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const invitation = await getInvitation(tx, authorityId, context.params.id)
      const why = notAgain(invitation)
      if (why !== null) return showAgain(notSentView(invitation, why))
      await sendInvitation(tx, context, invitation)
      return see('/admin/invitations')
    }),
})

/** Ends an invitation: its link opens nothing from now on. */
export const withdrawPage = page({
  path: '/admin/invitations/:id/withdraw',
  door: 'workspace',
  may: administrators,
  params: oneOf,
  get: async () => see('/admin/invitations'),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const invitation = await getInvitation(tx, authorityId, context.params.id)
      if (invitation.state === 'accepted')
        return showAgain(notSentView(invitation, 'It was accepted already: close the account'))
      await updateInvitation(tx, invitation, {
        state: 'withdrawn',
        tokenHash: null,
        settledAt: context.clock.now(),
      })
      return see('/admin/invitations')
    }),
})
