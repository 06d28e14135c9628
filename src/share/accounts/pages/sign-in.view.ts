import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'

export function signInView(
  state: FormState,
  of: { readonly demo: boolean; readonly next: string | null },
): PageView {
  const onward = of.next === null ? '' : `?next=${encodeURIComponent(of.next)}`
  const email = govukInput({
    ...fieldOf(state, 'email'),
    label: { text: 'What is your email address?', classes: 'govuk-label--l', isPageHeading: true },
    hint: { text: 'We will send you a code. You do not need a password.' },
    type: 'email',
    autocomplete: 'email',
    spellcheck: false,
  })
  return {
    title: 'Sign in',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        ${formTag({ body: html`${email} ${govukButton({ text: 'Send me a code', preventDoubleClick: true })}` })}
        <h2 class="govuk-heading-m">Other ways to sign in</h2>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href="/sign-in/passkey${onward}">Sign in with a passkey</a>, if
            you added one
          </li>
          <li>
            <a class="govuk-link" href="/sign-in/staff${onward}">I work with carers</a>: sign in as
            staff
          </li>
          ${of.demo ? html`<li><a class="govuk-link" href="/sign-in/demo${onward}">Choose a demo person</a></li>` : nothing}
        </ul>
      </div>
    </div>`,
  }
}
