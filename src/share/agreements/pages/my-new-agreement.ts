import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { isId, newId } from '#platform/lib/ids.ts'
import { html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { ownAgreementForm } from '../agreement-form.ts'
import { agreementFields } from '../agreement-fields.view.ts'
import { getAgreement, listPartners, type Partner } from '../agreements.sql.ts'
import { giveAgreement } from '../give-agreement.ts'
import { ownPersonId } from '../own.ts'
import { ownPurposeWords } from '../purposes.ts'

/** The carer agrees, alone: with whom, to what, for how long; in place of what they had agreed with them. */
export const myNewAgreementPage = page({
  path: '/my/sharing/new',
  door: 'carer',
  may: ['carer'],
  query: z.object({ instead: z.string().refine(isId).optional().catch(undefined) }),
  get: ({ actor, asActor, query }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      const partners = await listPartners(tx, { authorityId: actor.authorityId, personId })
      const before =
        query.instead === undefined
          ? undefined
          : await getAgreement(tx, { personId, id: query.instead })
      const typed = {
        id: newId(),
        organisation: String(before?.organisationId ?? ''),
        purposes: before?.purposes ?? [],
      }
      return show(viewOf(partners, freshForm(typed)))
    }),
  post: ({ actor, asActor, body, clock }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      const partners = await listPartners(tx, { authorityId: actor.authorityId, personId })
      const read = ownAgreementForm(partners).read(body)
      if (!read.ok) return showAgain(viewOf(partners, read.error))
      const { organisation, ...agreed } = read.value
      const today = clock.today()
      const how = { howGiven: 'online', saidOn: today, today }
      await giveAgreement(tx, actor, {
        ...agreed,
        ...how,
        personId,
        organisationId: Number(organisation),
      })
      return see('/my/sharing')
    }),
})

const viewOf = (partners: readonly Partner[], state: FormState): PageView => ({
  title: 'Share with somebody else',
  current: '/my/sharing',
  before: govukBackLink({ text: 'Back', href: '/my/sharing' }),
  main: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${faultSummary(state)}
      <h1 class="govuk-heading-l">Share with somebody else</h1>
      ${formTag({
        body: html`${agreementFields(state, {
            partners,
            words: ownPurposeWords,
            whom: 'Who may know?',
            what: 'What may they know?',
          })}
          <p class="govuk-body">
            They can read only what you choose. They always see who you are, so that they know whom
            it is about.
          </p>
          ${govukButton({ text: 'I agree', preventDoubleClick: true })}`,
      })}
    </div>
  </div>`,
})
