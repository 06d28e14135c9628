import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukPasswordInput } from '#platform/govuk/password-input.ts'
import { html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { inFours } from '../authenticator.ts'
import type { NewSecondStep } from '../sign-in/second-step.ts'

const title = 'Set up your second step'

export function confirmPasswordView(state: FormState): PageView {
  const password = govukPasswordInput({
    ...fieldOf(state, 'password'),
    value: '',
    label: { text: 'Your password, once more' },
  })
  return {
    title,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">
          A password alone does not open carers’ records. You need an authenticator app on your
          phone, such as Microsoft Authenticator, Google Authenticator or FreeOTP. It shows six
          digits that you type after your password.
        </p>
        ${formTag({ body: html`${hidden('step', 'password')} ${password} ${govukButton({ text: 'Continue', preventDoubleClick: true })}` })}
      </div>
    </div>`,
  }
}

export function newSecondStepView(
  state: FormState,
  made: NewSecondStep & { readonly picture: string },
): PageView {
  const code = govukInput({
    ...fieldOf(state, 'code'),
    label: { text: 'The six digits that the app shows now' },
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
  })
  return {
    title,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">${title}</h1>
        <h2 class="govuk-heading-m">1. Add Alongside to your app</h2>
        <p class="govuk-body">Point your app’s camera at this square.</p>
        <img
          src="${made.picture}"
          alt="Square code for your authenticator app; the words below say the same"
          width="220"
          height="220"
        />
        <p class="govuk-body">
          No camera? Type this into the app:
          <code>${inFours(made.secret)}</code>
        </p>
        <h2 class="govuk-heading-m">2. Keep these recovery codes</h2>
        <p class="govuk-body">
          Write them down or print this page. If you lose your phone, each lets you in once. They
          are not shown again.
        </p>
        <ul class="govuk-list">
          ${made.recoveryCodes.map((each) => html`<li><code>${each}</code></li>`)}
        </ul>
        <h2 class="govuk-heading-m">3. Show that it works</h2>
        ${formTag({
          body: html`${hidden('step', 'code')} ${hidden('secret', made.secret)}
          ${hidden('recovery', made.recoveryCodes.join(' '))} ${code}
          ${govukButton({ text: 'Finish', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}
