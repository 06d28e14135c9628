import { govukBackLink } from '#platform/govuk/back-link.ts'
import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { administrators } from '#share/organisations/administrator.ts'
import { currentForms } from '../assessment-form.ts'

/** The forms in use, each with the way to what this authority adds to it. */
export const formListPage = page({
  path: '/admin/assessment-questions',
  door: 'workspace',
  may: administrators,
  get: async () =>
    show({
      title: 'Questions of assessments',
      current: '/admin',
      before: govukBackLink({ href: '/admin', text: 'Accounts and settings' }),
      main: html`<h1 class="govuk-heading-l">Questions of assessments</h1>
        <p class="govuk-body">
          What the law asks is the same everywhere. You can add questions of your own to each form.
        </p>
        <ul class="govuk-list">
          ${currentForms().map(
            ({ version, title, source }) =>
              html`<li>
                <a class="govuk-link" href="/admin/assessment-questions/${version}">${title}</a>
                <span class="govuk-hint">${source}</span>
              </li>`,
          )}
        </ul>`,
    }),
})
