import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Account } from '#share/accounts/account.ts'
import type { Organisation } from '../organisation.ts'
import { adminPage, dutyField, organisationField, periodFields } from './frame.view.ts'

const backTo = (to: Account) => ({ text: to.displayName, href: `/admin/people/${to.id}` })

export function giveDutyView(of: {
  readonly to: Account
  readonly organisations: readonly Organisation[]
  readonly state: FormState
}): PageView {
  const title = `Give ${of.to.displayName} a duty`
  return adminPage({
    title,
    current: '/admin/people',
    back: backTo(of.to),
    main: html`${faultSummary(of.state)}
      <h1 class="govuk-heading-l">${title}</h1>
      ${govukInsetText({ text: 'A duty that reaches beyond one organisation, or that you would give yourself, begins when a second administrator agrees.' })}
      ${formTag({
        body: html`${hidden('id', typedIn(of.state, 'id'))}
        ${organisationField(of.state, of.organisations)} ${dutyField(of.state)}
        ${periodFields(of.state)}
        ${govukButton({ text: 'Give the duty', preventDoubleClick: true })}`,
      })}`,
  })
}

export function notTakenView(to: Account, why: string): PageView {
  return adminPage({
    title: 'This duty was not taken away',
    current: '/admin/people',
    back: backTo(to),
    main: html`<h1 class="govuk-heading-l">This duty was not taken away</h1>
      <p class="govuk-body">${why}.</p>`,
  })
}
