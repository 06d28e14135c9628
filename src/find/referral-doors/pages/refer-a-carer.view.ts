import { govukButton } from '#platform/govuk/button.ts'
import { doorLinks } from '#platform/govuk/own/door-links.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import type { Door } from '../door.ts'
import { doorFields } from '../door-form.view.ts'
import type { Organisation } from '../organisations.sql.ts'

/** For somebody of several organisations: which of them refers. */
export const chooseSenderView = (senders: readonly Organisation[]): Html =>
  html`<h1 class="govuk-heading-l">Refer a carer</h1>
    ${
      senders.length === 0
        ? html`<p class="govuk-body">
            Your account belongs to no organisation that refers. Ask whoever keeps your accounts, or
            <a class="govuk-link" href="/refer">refer without an account</a>.
          </p>`
        : html`<p class="govuk-body">You refer for:</p>
            ${doorLinks(senders.map(({ id, name }) => ({ text: name, href: `/referrals/new?for=${id}` })))}`
    }`

export function referACarerView(of: {
  readonly door: Door
  readonly sender: Organisation
  readonly state: FormState
}): Html {
  const { door, sender, state } = of
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">${door.title}</h1>
    <p class="govuk-body">
      ${door.lead} You refer for ${sender.name}. We ring the carer; you hear what becomes of it if
      they agree.
    </p>
    ${formTag({
      body: html`${hidden('sender', typedIn(state, 'sender'))}
      ${doorFields(door, state, { sender: 'you' })}
      ${govukButton({ text: 'Send the referral', preventDoubleClick: true })}`,
    })}`
}
