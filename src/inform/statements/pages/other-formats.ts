import { html, nothing } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'

/** How to get information in another language or format: these pages themselves are in English alone. */
export const otherFormatsPage = page({
  path: '/other-formats',
  door: 'public',
  may: 'anyone',
  get: async ({ authority: { telephone } }) =>
    show({
      title: 'Another language or format',
      main: html`<h1 class="govuk-heading-l">Another language or format</h1>
        <p class="govuk-body">
          These pages are in English. You do not need to read or speak English to get help as a
          carer.
        </p>
        <h2 class="govuk-heading-m">Talk with us in your language</h2>
        <p class="govuk-body">
          Ask for an interpreter. Tell us your language, or ask somebody to tell us for you. This
          includes British Sign Language. You do not pay for it, and you need not bring a relative
          to interpret.
        </p>
        ${
          telephone === null
            ? nothing
            : html`<p class="govuk-body">
                Ring <strong>${telephone}</strong>. You can also ring through Relay UK: open the
                Relay UK app, or dial 18001 first.
              </p>`
        }
        <h2 class="govuk-heading-m">Letters and plans</h2>
        <p class="govuk-body">
          We can send what we write to you in large print or as plain text, which a screen reader
          can read aloud. Ask for Braille, audio, easy read or a translation. Tell us once: we write
          it down and keep to it.
        </p>
        <h2 class="govuk-heading-m">These pages</h2>
        <p class="govuk-body">
          You can <a class="govuk-link" href="/text-size">make the words larger</a>. How well the
          pages work with what you use is told in our
          <a class="govuk-link" href="/accessibility">accessibility statement</a>.
        </p>`,
    }),
})
