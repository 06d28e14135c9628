import { govukButton } from '#platform/govuk/button.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import { dayOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { Assessment } from '../assessment.ts'
import type { AssessmentForm } from '../assessment-form.ts'
import type { MissingMatter } from '../missing-matters.rules.ts'

type Model = {
  readonly assessment: Assessment
  readonly person: Person
  readonly form: AssessmentForm
  readonly missing: readonly MissingMatter[]
  readonly state: FormState
}

export function completeView({ assessment, person, form, missing, state }: Model): Html {
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}, ${assessment.reference}</span>
    <h1 class="govuk-heading-l">Complete the assessment</h1>
    ${missing.length > 0 ? missingView({ assessment, form, missing }) : readyView(state)}`
}

/** What is missing, in words, each with the paragraph that asks for it and a way to the question. */
function missingView({
  assessment,
  form,
  missing,
}: Pick<Model, 'assessment' | 'form' | 'missing'>): Html {
  const sections = form.sections.filter(({ id }) => missing.some(({ section }) => section === id))
  return html`<div id="missing">
    <p class="govuk-body">
      ${missing.length === 1 ? 'One thing is' : `${missing.length} things are`} still to be talked
      about. The law asks for each of them.
    </p>
    ${sections.map(
      ({ id, title }) =>
        html`<h2 class="govuk-heading-s">${title}</h2>
          <ul class="govuk-list govuk-list--bullet">
            ${missing
              .filter(({ section }) => section === id)
              .map(
                ({ field, words, refs, page }) =>
                  html`<li>
                    <a
                      class="govuk-link"
                      href="/assessments/${assessment.id}/${page ?? `sections/${id}#${field}`}"
                      >${words}</a
                    >
                    <span class="app-ref">(${refs.join('; ')})</span>
                  </li>`,
              )}
          </ul>`,
    )}
  </div>`
}

function readyView(state: FormState): Html {
  return html`<p class="govuk-body">
      Everything that the law asks for has been talked about. A completed assessment cannot be
      changed. The next step is what it comes to.
    </p>
    ${formTag({
      body: html`${govukDateInput({
        ...dayOf(state, 'completed_on'),
        fieldset: {
          legend: { text: 'When was it completed?', classes: 'govuk-fieldset__legend--s' },
        },
      })}
      ${govukButton({ text: 'Complete and go on', preventDoubleClick: true })}`,
    })}`
}
