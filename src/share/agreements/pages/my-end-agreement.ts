import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { html } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import { page, see, show } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { endAgreement, getAgreement } from '../agreements.sql.ts'
import { ownPersonId } from '../own.ts'
import { inASentence, ownPurposeWords } from '../purposes.ts'

/** The carer takes an agreement back, alone and at once. */
export const myEndAgreementPage = page({
  path: '/my/sharing/:id/end',
  door: 'carer',
  may: ['carer'],
  params: z.object({ id: idParam }),
  get: ({ actor, asActor, params }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      const { organisation, purposes } = await getAgreement(tx, { personId, id: params.id })
      return show({
        title: `Stop sharing with ${organisation}`,
        current: '/my/sharing',
        before: govukBackLink({ text: 'Back', href: '/my/sharing' }),
        main: html`<h1 class="govuk-heading-l">Stop sharing with ${organisation}?</h1>
          <p class="govuk-body">
            From now on they can no longer read ${inASentence(purposes, ownPurposeWords)}. They keep
            what they wrote down themselves.
          </p>
          ${actionButton({ action: `/my/sharing/${params.id}/end`, text: 'Stop sharing', classes: 'govuk-button--warning' })}`,
      })
    }),
  post: ({ actor, asActor, params, clock }) =>
    asActor(async (tx) => {
      const { id } = await getAgreement(tx, { personId: ownPersonId(actor), id: params.id })
      const ended = { endedOn: clock.today(), endedBy: actor.accountId, endedHow: 'online' }
      await endAgreement(tx, { id, ...ended })
      return see('/my/sharing')
    }),
})
