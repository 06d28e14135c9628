import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { actionButton, faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { codeMinutes } from '../session.rules.ts'

export function codeView(state: FormState, email: string): PageView {
  const code = govukInput({
    ...fieldOf(state, 'code'),
    label: { text: 'Code', classes: 'govuk-label--m' },
    hint: { text: 'The six digits in the email' },
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
  })
  return {
    title: 'Check your email',
    before: govukBackLink({ text: 'Back', href: '/sign-in' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Check your email</h1>
        <p class="govuk-body">
          We have written to <strong>${email}</strong>. It can take a minute to arrive. A code works
          for ${codeMinutes} minutes.
        </p>
        ${formTag({ body: html`${code} ${govukButton({ text: 'Sign in', preventDoubleClick: true })}` })}
        <h2 class="govuk-heading-m">No email?</h2>
        <p class="govuk-body">
          Look in your junk mail, or check the address: is it the one you gave us?
        </p>
        ${actionButton({ action: '/sign-in/code/again', text: 'Send another code', classes: 'govuk-button--secondary' })}
      </div>
    </div>`,
  }
}
