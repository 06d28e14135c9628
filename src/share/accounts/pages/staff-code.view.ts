import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'

export function staffCodeView(state: FormState): PageView {
  const code = govukInput({
    ...fieldOf(state, 'code'),
    label: {
      text: 'Code from your authenticator app',
      classes: 'govuk-label--l',
      isPageHeading: true,
    },
    hint: { text: 'Six digits that change every 30 seconds' },
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
  })
  return asking('Code from your authenticator app', state, {
    field: html`${code}`,
    other: html`<a class="govuk-link" href="/sign-in/staff/recovery-code"
      >I do not have my app here</a
    >`,
  })
}

export function recoveryCodeView(state: FormState): PageView {
  const code = govukInput({
    ...fieldOf(state, 'code'),
    label: { text: 'Recovery code', classes: 'govuk-label--l', isPageHeading: true },
    hint: { text: 'One of those you wrote down when you set up your app. Each works once' },
    classes: 'govuk-input--width-20',
    autocomplete: 'off',
    spellcheck: false,
    autocapitalize: 'none',
  })
  return asking('Recovery code', state, {
    field: html`${code}`,
    other: html`<a class="govuk-link" href="/sign-in/staff/code">Use a code from my app</a>`,
  })
}

function asking(
  title: string,
  state: FormState,
  of: { readonly field: ReturnType<typeof html>; readonly other: ReturnType<typeof html> },
): PageView {
  return {
    title,
    before: govukBackLink({ text: 'Back', href: '/sign-in/staff' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        ${formTag({ body: html`${of.field} ${govukButton({ text: 'Sign in', preventDoubleClick: true })}` })}
        <p class="govuk-body">${of.other}</p>
        <p class="govuk-body">
          No app and no recovery codes? Ask your administrator to take your second step away, so
          that you can set it up again.
        </p>
      </div>
    </div>`,
  }
}
