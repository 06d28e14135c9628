import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import type { PageView } from '#platform/web/page.ts'
import { codeWords, wordsFor } from '#people/persons/code-words.ts'
import {
  areaField,
  dayField,
  lineField,
  radiosField,
  selectField,
} from '#people/persons/fields.view.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { competenceStarts, startWords } from '../competence.rules.ts'
import { competenceWords, type CompetenceView } from '../competence.ts'

export function competencePageView(of: {
  readonly person: Person
  readonly views: readonly CompetenceView[]
  readonly state: FormState
  readonly today: IsoDate
}): PageView {
  const { person, views, state, today } = of
  const name = fullName(person)
  const born = person.dateOfBirth === null ? null : isoDate(person.dateOfBirth)
  const starts = competenceStarts(born, today)
  return {
    title: `What ${name} can decide`,
    before: govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">What ${name} can decide</h1>
      ${govukInsetText({ text: startWords[starts] })}
      ${
        views.length === 0
          ? html`<p class="govuk-body">Nothing has been written down yet.</p>`
          : views.map(viewCard)
      }
      ${starts === 'adult' ? nothing : formView(state)}`,
  }
}

const viewCard = (view: CompetenceView): Html =>
  govukSummaryList({
    card: { title: { text: view.decision } },
    rows: [
      ['About', wordsFor('child-decisions', view.about)],
      ['What was seen', competenceWords(view.competent)],
      ['Why', view.because],
      ['Who decides', view.whoDecides],
      ['Seen by', `${view.formedByName}, ${inWords(isoDate(view.formedOn))}`],
    ].map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })

const formView = (state: FormState): Html =>
  html`<h2 class="govuk-heading-m">Write down one more decision</h2>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${selectField(state, {
        name: 'about',
        label: 'What is the decision about?',
        options: codeWords('child-decisions'),
        blank: 'Select',
      })}
      ${lineField(state, {
        name: 'decision',
        label: 'The decision, in one sentence',
        hint: 'For example, that school may know and her father may not',
      })}
      ${radiosField(state, {
        name: 'competent',
        label: 'Could they decide this?',
        options: [
          ['yes', 'Yes'],
          ['no', 'Not yet'],
        ],
      })}
      ${areaField(state, {
        name: 'because',
        label: 'What they understood, weighed up and said',
        hint: 'And how it was explained to them. The child can read this',
        rows: 5,
      })}
      ${lineField(state, {
        name: 'whoDecides',
        label: 'Where they could not: who decides with them or for them?',
      })}
      ${dayField(state, { name: 'formedOn', label: 'When did you see this?' })}
      ${govukButton({ text: 'Keep this', preventDoubleClick: true })}`,
    })}`
