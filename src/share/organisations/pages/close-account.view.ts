import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choicesOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Account } from '#share/accounts/account.ts'
import type { WorkLeft } from '../work-left.ts'
import { adminPage } from './frame.view.ts'

export function closeAccountView(of: {
  readonly account: Account
  readonly left: readonly WorkLeft[]
  readonly state: FormState
}): PageView {
  const { displayName, id } = of.account
  const title = `Close the account of ${displayName}`
  return adminPage({
    title,
    current: '/admin/people',
    back: { text: displayName, href: `/admin/people/${id}` },
    main: html`${faultSummary(of.state)}
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        They are signed out everywhere at once. Their duties end, and their password, authenticator
        app and passkeys are taken away. What they wrote stays, with their name.
      </p>
      ${work(of.left)}
      ${formTag({
        body: html`${govukCheckboxes({
          ...choicesOf(of.state, 'sure'),
          items: [{ value: 'yes', text: `${displayName} no longer works here` }],
        })}
        ${govukButton({ text: 'Close the account', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
      })}`,
  })
}

function work(left: readonly WorkLeft[]): Html {
  if (left.length === 0) return html`<p class="govuk-body">They leave no work behind.</p>`
  return html`<h2 class="govuk-heading-m">What they leave behind</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${left.map(({ label, total }) => html`<li>${label}: ${total}</li>`)}
    </ul>
    <p class="govuk-body">
      The managers are told, and find a list under “People who left” from which to give it to
      others.
    </p>`
}
