import { html, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'

const again = html`<p class="govuk-body">
  <a class="govuk-link" href="/sign-in/staff">Go back and sign in again</a>
</p>`

function said(title: string, words: Html): PageView {
  return {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${words}${again}`,
  }
}

/** Known to the provider, but not here: it says whom to ask, and not whether there is such an account. */
export function strangerView(email: string): PageView {
  return said(
    'You have no account here yet',
    html`<p class="govuk-body">
        Your organisation knows you as <strong>${email}</strong>, but this address does not open
        Alongside.
      </p>
      <p class="govuk-body">
        Ask the administrator of your hub or service to add you, or ask your manager who that is.
        Tell them the address above.
      </p>`,
  )
}

export const unverifiedView = said(
  'Your organisation did not vouch for your email address',
  html`<p class="govuk-body">
    Your work account came without a verified email address, so we cannot tell who you are. Ask your
    organisation’s IT support to verify the address of your work account.
  </p>`,
)

export const noSecondStepView = said(
  'Your organisation did not ask you for a second step',
  html`<p class="govuk-body">
    Your service opens Alongside only to those who showed a second proof of who they are, such as a
    code from a phone. Nobody was signed in. Ask your organisation’s IT support to turn on
    multi-factor sign-in for your work account, then try again.
  </p>`,
)

export const notBegunHereView = said(
  'That sign-in can no longer be used',
  html`<p class="govuk-body">
    It took longer than 10 minutes, was used already, or was begun in another browser. Nobody was
    signed in.
  </p>`,
)

export const refusedView = said(
  'Your organisation did not sign you in',
  html`<p class="govuk-body">
    You may have stopped on the way, or your work account may not be allowed to use Alongside.
    Nobody was signed in.
  </p>`,
)

export const awayView = said(
  'Your organisation’s sign-in does not answer',
  html`<p class="govuk-body">
    This is not a fault of your account. Wait a few minutes, then try again. If it goes on, tell
    your organisation’s IT support.
  </p>`,
)
