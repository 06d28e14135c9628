import { govukButton } from '#platform/govuk/button.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { Body } from './form.ts'
import { formTag, hidden } from './form-view.ts'

/** What was typed before the session ended, kept on the page itself, to be sent again after signing in. */
export function sendAgainPage(address: string, body: Body): Html {
  const kept = Object.entries(body).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => hidden(name, each)),
  )
  return html`<p class="govuk-body">
      What you typed is kept on this page.
      <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener"
        >Sign in (opens in a new tab)</a
      >, come back here, and send it again.
    </p>
    ${formTag({ action: address, body: html`${kept}${govukButton({ text: 'Send again', preventDoubleClick: true })}` })}`
}
