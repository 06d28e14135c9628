import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { asLines } from '../added-questions.rules.ts'
import type { Addition } from '../additions.sql.ts'
import { mattersOf, type AssessmentForm } from '../assessment-form.ts'
import type { Beside } from '../side-by-side.rules.ts'
import { questionsTable } from './beside.view.ts'

type Model = {
  readonly form: AssessmentForm
  readonly additions: readonly Addition[]
  readonly changes: readonly Beside[]
  readonly state: FormState
  /** What somebody else kept meanwhile. */
  readonly theirs?: Addition | undefined
}

/** What is added, what changed with it, and what of the law stays whatever is added. */
export function addedQuestionsView({ form, additions, changes, state, theirs }: Model): Html {
  const [latest] = additions
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Questions added: ${form.title}</h1>
    <p class="govuk-body">
      The ${mattersOf(form).length} matters that the law asks about are always in the form. What you
      add stands in a section of its own, in every assessment that is begun from then on.
    </p>
    ${theirs === undefined ? nothing : theirsView(theirs)}
    ${
      latest === undefined
        ? html`<p class="govuk-body">Nothing has been added so far.</p>`
        : html`<p class="govuk-body">
            In use: version ${form.version}+${latest.number}, by ${latest.addedByName} on
            ${inWords(latest.addedOn)}.
          </p>`
    }
    ${changes.length === 0 ? nothing : questionsTable(changes)}
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))} ${hidden('number', typedIn(state, 'number'))}
      ${govukTextarea({
        ...fieldOf(state, 'questions'),
        rows: 12,
        label: { text: 'The questions to add', classes: 'govuk-label--m' },
        hint: {
          text: 'One a line. A line that begins with a dash is an answer to choose for the question above it.',
        },
      })}
      ${govukButton({ text: 'Save as the next version', preventDoubleClick: true })}`,
    })}`
}

function theirsView({ addedByName, questions, number }: Addition): Html {
  return govukInsetText({
    html: html`<p class="govuk-body">
        ${addedByName} saved version ${number} while you were writing. Nothing you typed is lost: it
        is below. This is theirs:
      </p>
      <p class="govuk-body app-lines">${asLines(questions)}</p>`,
  })
}
