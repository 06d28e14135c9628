import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukPasswordInput } from '#platform/govuk/password-input.ts'
import { html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { shortestPassword } from '../password.rules.ts'

const back = govukBackLink({ text: 'Back', href: '/sign-in/staff' })

export function askForLinkView(state: FormState): PageView {
  const email = govukInput({
    ...fieldOf(state, 'email'),
    label: {
      text: 'What is your work email address?',
      classes: 'govuk-label--l',
      isPageHeading: true,
    },
    hint: { text: 'We will send you a link with which you can set a password.' },
    type: 'email',
    autocomplete: 'username',
    spellcheck: false,
  })
  return {
    title: 'Set a password',
    before: back,
    main: html`${faultSummary(state)}
    ${formTag({ body: html`${email} ${govukButton({ text: 'Send me a link', preventDoubleClick: true })}` })}`,
  }
}

export function linkSentView(email: string): PageView {
  return {
    title: 'Check your email',
    before: back,
    main: html`<h1 class="govuk-heading-l">Check your email</h1>
      <p class="govuk-body">
        We have written to <strong>${email}</strong>. The link works for an hour, once. If nothing
        comes, look in your junk mail, or ask your administrator which address your account has.
      </p>`,
  }
}

export function newPasswordView(state: FormState): PageView {
  const password = govukPasswordInput({
    ...fieldOf(state, 'password'),
    value: '',
    label: { text: 'Choose a password', classes: 'govuk-label--l', isPageHeading: true },
    hint: {
      text: `${shortestPassword} characters or more. Three words that do not belong together are easy to remember and hard to guess.`,
    },
    autocomplete: 'new-password',
  })
  return {
    title: 'Choose a password',
    main: html`${faultSummary(state)}
    ${formTag({ body: html`${password} ${govukButton({ text: 'Save password', preventDoubleClick: true })}` })}`,
  }
}

export const linkGoneView: PageView = {
  title: 'This link no longer works',
  main: html`<h1 class="govuk-heading-l">This link no longer works</h1>
    <p class="govuk-body">
      A link works for an hour, and once.
      <a class="govuk-link" href="/sign-in/staff/password">Ask for another one</a>.
    </p>`,
}
