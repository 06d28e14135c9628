import { html, type Html } from '#platform/lib/html.ts'
import type { ErrorStatus } from './errors.ts'
import type { PageView } from './page.ts'
import { largestFile, mostFiles } from './sent.ts'

type Words = {
  readonly title: string
  readonly say: (of: { telephone: string | null; requestId: string }) => Html
}

const call = (telephone: string | null) =>
  telephone === null
    ? html``
    : html`<p class="govuk-body">You can also ring us on <strong>${telephone}</strong>.</p>`

const words: Record<ErrorStatus, Words> = {
  400: {
    title: 'We could not understand that request',
    say: () =>
      html`<p class="govuk-body">
        Something in the address or in what was sent is not as it should be. Go back and try again,
        or start from the <a class="govuk-link" href="/">home page</a>.
      </p>`,
  },
  401: {
    title: 'Sign in to go on',
    say: () =>
      html`<p class="govuk-body">
        You have been signed out because nothing was done for a while.
        <a class="govuk-link" href="/sign-in">Sign in</a> to go on.
      </p>`,
  },
  403: {
    title: 'You cannot open this page',
    say: () =>
      html`<p class="govuk-body">
          Your account does not include this. If your work needs it, ask the administrator of your
          organisation to add the duty to your account.
        </p>
        <p class="govuk-body">
          If you were writing about somebody whom you know only through who looks after them, go
          back: what you typed is still there. Write down on their record that they agreed, and then
          send it again.
        </p>
        <p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p>`,
  },
  404: {
    title: 'Page not found',
    say: () =>
      html`<p class="govuk-body">
          If you typed the address, check that it is correct. If you pasted it, check that you
          copied all of it.
        </p>
        <p class="govuk-body">It may also be a record that is not shared with your organisation.</p>
        <p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p>`,
  },
  409: {
    title: 'Somebody else changed this',
    say: () =>
      html`<p class="govuk-body">
        While you were working, somebody else changed the same thing. Nothing of theirs was
        overwritten. Go back, copy what you typed, and open the page again.
      </p>`,
  },
  413: {
    title: 'That was too large',
    say: () =>
      html`<p class="govuk-body">
        What you sent is larger than we can take, and nothing of it was kept. A file may have up to
        ${largestFile / 1024 / 1024} MB, and ${mostFiles} files may be sent at once. Go back, send
        less at a time or shorten the text, and try again.
      </p>`,
  },
  429: {
    title: 'Too many tries',
    say: () =>
      html`<p class="govuk-body">
        Too many requests came from this place in a short time. Wait a minute, then try again.
        Nothing you saved is lost.
      </p>`,
  },
  500: {
    title: 'Sorry, there is a problem with the service',
    say: ({ requestId }) =>
      html`<p class="govuk-body">
          Try again in a few minutes. What you saved before is safe; what you sent just now was not
          saved.
        </p>
        <p class="govuk-body">
          If it goes on, tell us this number: <strong>${requestId}</strong>
        </p>`,
  },
  503: {
    title: 'The service is not available just now',
    say: () =>
      html`<p class="govuk-body">
        It should be back in a few minutes. What you saved before is safe. Go back and send again
        what you typed just now.
      </p>`,
  },
}

/** The page for a refusal or a fault: what happened, what is safe, what to do. */
export function errorPage(
  status: ErrorStatus,
  of: { readonly telephone: string | null; readonly requestId: string; readonly more?: Html },
): PageView {
  const { title, say } = words[status]
  return {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${say(of)}${of.more ?? html``}${status >= 500 || status === 429 ? call(of.telephone) : html``}`,
  }
}
