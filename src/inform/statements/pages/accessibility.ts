import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'

/** The statement that SI 2018/952 asks for; `docs/accessibility-statement.md` says the same to those who install it. */
export const accessibilityPage = page({
  path: '/accessibility',
  door: 'public',
  may: 'anyone',
  get: async () =>
    show({
      title: 'Accessibility statement',
      main: html`<h1 class="govuk-heading-l">Accessibility statement</h1>
        <p class="govuk-body">
          This statement is about the Alongside website: the pages for carers, for people who refer
          carers, and for staff.
        </p>
        <p class="govuk-body">We want as many people as possible to be able to use it. You can:</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            zoom in to 400% and still read everything without scrolling sideways, except in wide
            tables
          </li>
          <li>get everywhere and do everything with a keyboard alone</li>
          <li>use every page without JavaScript</li>
          <li>
            have letters and plans in large print (18 or 24 point), in easy read, as plain text or
            in Braille
          </li>
          <li>ring us instead</li>
        </ul>
        <h2 class="govuk-heading-m">How accessible it is</h2>
        <p class="govuk-body">
          This website is partially compliant with the Web Content Accessibility Guidelines (WCAG)
          version 2.2, level AA, because it has not yet been tested by an outside body.
        </p>
        <h2 class="govuk-heading-m">What is not accessible</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            Letters and plans are not yet made in easy read, Braille or British Sign Language. Ask
            us and we will make one for you.
          </li>
          <li>The website is in English only. We can arrange an interpreter on the telephone.</li>
          <li>
            Wide tables of figures scroll sideways on a small screen. Each can be saved as a
            spreadsheet file.
          </li>
        </ul>
        <h2 class="govuk-heading-m">How we tested it</h2>
        <p class="govuk-body">
          Every page is checked by axe-core in a real browser, at the width of a phone and of a
          desktop, each time the software changes. Documents are checked for tags, language and
          reading order. It has not yet been tested with people who use screen readers, switch
          access or voice control.
        </p>
        <h2 class="govuk-heading-m">Tell us what does not work</h2>
        <p class="govuk-body">
          Ring the number at the bottom of this page, or write to us. We will answer within five
          working days. If you are not happy with our answer, contact the
          <a class="govuk-link" href="https://www.equalityadvisoryservice.com/"
            >Equality Advisory and Support Service</a
          >. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites
          and Mobile Applications) (No. 2) Accessibility Regulations 2018.
        </p>
        <p class="govuk-body">Prepared on 22 November 2026. Last reviewed on 22 November 2026.</p>`,
    }),
})
