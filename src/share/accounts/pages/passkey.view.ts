import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { asset } from '#platform/web/assets.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Ceremony } from '../sign-in/passkeys.ts'

export function passkeySignInView(state: FormState, ceremony: Ceremony): PageView {
  return {
    title: 'Sign in with a passkey',
    before: govukBackLink({ text: 'Back', href: '/sign-in' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Sign in with a passkey</h1>
      <p class="govuk-body">
        Your phone or computer will ask for your finger, your face or your PIN. It never tells us
        those.
      </p>
      ${ceremonyForm({ kind: 'get', ceremony, fields: nothing, button: 'Use my passkey' })}
      <p class="govuk-body"><a class="govuk-link" href="/sign-in">Send me a code instead</a></p>`,
  }
}

export function newPasskeyView(state: FormState, ceremony: Ceremony): PageView {
  const name = govukInput({
    ...fieldOf(state, 'name'),
    label: { text: 'A name for it', classes: 'govuk-label--m' },
    hint: { text: 'So that you know it again, like “my phone”' },
    classes: 'govuk-input--width-20',
  })
  return {
    title: 'Add a passkey',
    before: govukBackLink({ text: 'Back', href: '/account' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Add a passkey</h1>
      <p class="govuk-body">
        With a passkey you sign in by your finger, your face or your PIN, without waiting for an
        email. Add one only on a phone or computer that is yours.
      </p>
      ${ceremonyForm({ kind: 'create', ceremony, fields: name, button: 'Add passkey' })}`,
  }
}

export const signInAgainView: PageView = {
  title: 'Sign in again first',
  main: html`<h1 class="govuk-heading-l">Sign in again first</h1>
    <p class="govuk-body">
      You signed in more than an hour ago. So that nobody else adds a passkey of theirs, sign out,
      sign in again, and come back.
    </p>
    <form method="post" action="/sign-out">${govukButton({ text: 'Sign out' })}</form>`,
}

/** Shown by the script, because without it nothing could answer. */
function ceremonyForm(of: {
  readonly kind: 'get' | 'create'
  readonly ceremony: Ceremony
  readonly fields: Html
  readonly button: string
}): Html {
  return html`<p class="govuk-inset-text" data-passkey-missing>
      This browser cannot use passkeys, or scripts are turned off in it. A code by email works
      everywhere.
    </p>
    <p class="govuk-error-message" data-passkey-fault role="alert" tabindex="-1" hidden>
      No passkey was used. Try again, or send yourself a code.
    </p>
    <form
      id="passkey"
      method="post"
      novalidate
      hidden
      data-passkey="${of.kind}"
      data-options="${of.ceremony.options}"
    >
      ${hidden('challenge', of.ceremony.challenge)} ${hidden('credential', '')} ${of.fields}
      ${govukButton({ text: of.button })}
    </form>
    <script type="module" src="${asset('passkey.js')}"></script>`
}
