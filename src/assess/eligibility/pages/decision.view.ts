import { govukButton } from '#platform/govuk/button.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, londonDay } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { Assessment, AssessmentKind } from '#assess/assessments/assessment.ts'
import { rulesFor } from '../law.ts'
import { answerInWords, determinationStates, type Determination } from '../determination.ts'

type Model = {
  readonly assessment: Assessment
  readonly person: Person
  readonly determinations: readonly Determination[]
  readonly newId: string
  readonly mayDecide: boolean
}

export function decisionView(model: Model): Html {
  const { assessment, person, determinations } = model
  return html`<span class="govuk-caption-l"
      >${nameWithKnownAs(person)}, ${assessment.reference}</span
    >
    <h1 class="govuk-heading-l">The decision</h1>
    <p class="govuk-body">
      ${questions[assessment.kind]} by ${rulesFor(assessment.kind).law}. ${nameWithKnownAs(person)}
      gets the decision and its reasons in writing.
    </p>
    ${determinations.length > 0 ? listView(determinations) : ''} ${whatNext(model)}`
}

const questions: Readonly<Record<AssessmentKind, string>> = {
  adult_carer: "Whether the carer's needs meet the criteria is decided",
  parent_carer: 'Whether there are needs, and what the authority provides for them, is decided',
  young_carer: 'Whether there are needs, and what the authority provides for them, is decided',
  transition: 'What is to be expected after the eighteenth birthday is told',
}

function listView(determinations: readonly Determination[]): Html {
  const body = govukTable({
    caption: 'Decisions on this assessment',
    captionClasses: 'govuk-table__caption--m',
    head: [
      { text: 'Number' },
      { text: 'Decision' },
      { text: 'State' },
      { text: 'Made' },
      { text: 'Sent' },
    ],
    rows: determinations.map((each) => [
      { html: html`<a class="govuk-link" href="/determinations/${each.id}">${each.number}</a>` },
      { text: each.decidedOn === null ? 'Not made yet' : answerInWords(each) },
      { text: determinationStates[each.state] },
      { text: each.decidedOn === null ? '' : `${inWords(each.decidedOn)}, ${each.decidedByName}` },
      { text: each.sentAt === null ? 'No' : inWords(londonDay(each.sentAt)) },
    ]),
  })
  return scrollable({ label: 'Decisions on this assessment', body })
}

function whatNext({ assessment, determinations, newId, mayDecide }: Model): Html {
  const [latest] = determinations
  if (assessment.state !== 'completed') {
    return html`<p class="govuk-body">
      A decision can be made once the assessment is completed.
      <a class="govuk-link" href="/assessments/${assessment.id}">Go to the assessment</a>
    </p>`
  }
  if (!mayDecide) return html``
  if (latest?.state === 'draft')
    return govukButton({ text: 'Go on with the decision', href: `/determinations/${latest.id}` })
  if (latest?.state === 'to_countersign')
    return html`<p class="govuk-body">It waits for the council to countersign it.</p>`
  const action = `/assessments/${assessment.id}/decision`
  if (latest === undefined)
    return actionButton({ action, text: 'Begin the decision', fields: { id: newId } })
  return html`<p class="govuk-body">
      A decision is never changed. If something was wrong or things are different now, make a new
      one: it begins with these findings and has the next number.
    </p>
    ${actionButton({ action, text: 'Make a new decision', fields: { id: newId }, classes: 'govuk-button--secondary' })}`
}
