import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { Assessment } from '../assessment.ts'
import type { AssessmentForm } from '../assessment-form.ts'
import { changeNames, type FormChange } from '../form-changes.rules.ts'

export function formChangesView(of: {
  readonly person: Person
  readonly assessment: Assessment
  readonly before: AssessmentForm
  readonly now: AssessmentForm
  readonly changes: readonly FormChange[]
}): Html {
  const { person, assessment, before, now, changes } = of
  return html`<span class="govuk-caption-l"
      >${nameWithKnownAs(person)}, ${assessment.reference}</span
    >
    <h1 class="govuk-heading-l">The form, then and now</h1>
    <p class="govuk-body">
      This assessment was made with the form ${before.version} and keeps it. In use today:
      ${now.version}.
    </p>
    ${changes.length === 0 ? html`<p class="govuk-body">The same is asked in both.</p>` : changesTable(of)}`
}

function changesTable({
  before,
  now,
  changes,
}: {
  readonly before: AssessmentForm
  readonly now: AssessmentForm
  readonly changes: readonly FormChange[]
}): Html {
  const counted = Object.entries(changeNames)
    .map(([change, words]) => [words, changes.filter((each) => each.change === change).length])
    .map(([words, count]) => `${String(words).toLowerCase()}: ${count}`)
  return html`<p class="govuk-body">Questions ${counted.join(', ')}.</p>
    ${scrollable({
      label: 'What is asked otherwise',
      body: govukTable({
        caption: 'What is asked otherwise',
        captionClasses: 'govuk-table__caption--m',
        head: [
          { text: 'Section' },
          { text: 'Change' },
          { text: `Then, ${before.version}` },
          { text: `Now, ${now.version}` },
        ],
        rows: changes.map((each) => [
          { text: each.section },
          { text: changeNames[each.change] },
          { text: each.before ?? 'Not asked' },
          { text: each.now ?? 'No longer asked' },
        ]),
      }),
    })}`
}
