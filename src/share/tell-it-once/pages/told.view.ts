import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import type { PageView } from '#platform/web/page.ts'
import { lineField } from '#people/persons/fields.view.ts'
import type { Shown } from '../what-is-shown.ts'
import { partWords } from '../told.ts'

export const askWhoView = (state: FormState = freshForm()): PageView => ({
  title: 'Somebody wants you to read their story',
  main: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${faultSummary(state)}
      <h1 class="govuk-heading-l">Somebody wants you to read their story</h1>
      <p class="govuk-body">
        They look after someone, and wrote down what you should know. They see when it is opened.
        Please keep what you read to yourself.
      </p>
      ${formTag({
        body: html`${lineField(state, {
          name: 'who',
          label: 'Who are you? (optional)',
          hint: 'For example: nurse on ward 4. They see what you write here.',
        })}
        ${govukButton({ text: 'Read their story', preventDoubleClick: true })}`,
      })}
    </div>
  </div>`,
})

export const toldView = ({ name, parts }: Shown): PageView => ({
  title: `What ${name} wants you to know`,
  main: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">What ${name} wants you to know</h1>
      ${
        parts.length === 0
          ? html`<p class="govuk-body">They have not written anything yet.</p>`
          : parts.map(
              ({ part, words }) =>
                html`<section class="app-part">
                  <h2 class="govuk-heading-m">${partWords[part].heading}</h2>
                  <p class="govuk-body app-as-typed" dir="auto">${words}</p>
                </section>`,
            )
      }
      <p class="govuk-body govuk-hint">
        This page is not kept by your browser. To read it again, open the link again.
      </p>
    </div>
  </div>`,
})

export const nothingHereView = (): PageView => ({
  title: 'This link opens nothing',
  main: html`<h1 class="govuk-heading-l">This link opens nothing</h1>
    <p class="govuk-body">
      It may have ended, or a letter of it may be missing. Ask whoever gave it to you for a new one.
    </p>`,
})
