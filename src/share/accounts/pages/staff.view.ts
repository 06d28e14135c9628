import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukPasswordInput } from '#platform/govuk/password-input.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'

export function staffView(
  state: FormState,
  of: { readonly sso: boolean; readonly demo: boolean; readonly next: string | null },
): PageView {
  const onward = of.next === null ? '' : `?next=${encodeURIComponent(of.next)}`
  return {
    title: 'Sign in as staff',
    before: govukBackLink({ text: 'I look after someone', href: '/sign-in' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Sign in as staff</h1>
        ${of.sso ? singleSignOn(onward) : nothing} ${passwordForm(state)}
        ${of.demo ? html`<p class="govuk-body"><a class="govuk-link" href="/sign-in/demo${onward}">Choose a demo person</a></p>` : nothing}
      </div>
    </div>`,
  }
}

// A link, not a form: a content policy that lets forms go only to this house would stop it on its way.
const singleSignOn = (onward: string): Html =>
  html`${govukButton({ text: 'Sign in with your work account', href: `/sign-in/staff/sso${onward}` })}
    <h2 class="govuk-heading-m">If you were given a password</h2>`

function passwordForm(state: FormState): Html {
  const email = govukInput({
    ...fieldOf(state, 'email'),
    label: { text: 'Work email address' },
    type: 'email',
    autocomplete: 'username',
    spellcheck: false,
  })
  const password = govukPasswordInput({
    ...fieldOf(state, 'password'),
    value: '',
    label: { text: 'Password' },
  })
  return html`${formTag({ body: html`${email} ${password} ${govukButton({ text: 'Sign in', preventDoubleClick: true })}` })}
    <p class="govuk-body">
      <a class="govuk-link" href="/sign-in/staff/password">I have no password yet, or forgot it</a>
    </p>`
}
