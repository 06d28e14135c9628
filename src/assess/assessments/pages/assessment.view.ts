import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList, type SummaryRow } from '#platform/govuk/summary-list.ts'
import { govukTaskList } from '#platform/govuk/task-list.ts'
import { dayInWords, inWords, londonDay, timeInWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { fullName, nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { AssessmentClock } from '../assessment-clock.rules.ts'
import { kindNames, stateNames, isOpen, type Assessment } from '../assessment.ts'
import type { Section } from '../assessment-form.ts'
import { matterInWords, type MatterOutcome } from '../matters.rules.ts'
import { whyWords } from '../offer-words.ts'
import { saidIn } from '../said.ts'
import type { OwnWords } from '../own-words.sql.ts'
import { allAnswers, type SectionSoFar } from '../section-state.ts'
import type { Visit } from '../sections.sql.ts'
import type { Way } from '../way.sql.ts'
import { firstStepOf } from '../question-steps.rules.ts'
import { clockInWords } from '../clock-words.ts'
import { childHelps } from '../young-carer-referral.rules.ts'
import type { NamedChild } from '../young-carers.sql.ts'
import { othersView, ownView } from './section-form.view.ts'
import { namedView } from './young-carer.view.ts'

export type AssessmentModel = {
  readonly assessment: Assessment
  readonly person: Person
  readonly today: IsoDate
  readonly clock: AssessmentClock | null
  /** Null before it is begun, and where another system held it. */
  readonly sections: readonly SectionSoFar[] | null
  readonly others: readonly Visit[]
  /** Whether one was completed here before. */
  readonly hasLastTime: boolean
  /** What the carer wrote at home. */
  readonly own: readonly OwnWords[]
  readonly mayWrite: boolean
  /** Whether the actor is its assessor. */
  readonly mine: boolean
  /** The children who help, as far as they were named. */
  readonly named: readonly NamedChild[]
  /** The version of the form that is in use today. */
  readonly formNow: string | null
  /** How the actor likes to write. */
  readonly way: Way
  /** What came of each matter; empty before it is completed. */
  readonly matters: readonly MatterOutcome[]
}

export function assessmentView(model: AssessmentModel): Html {
  const { assessment, person, sections, mayWrite } = model
  return html`<span class="govuk-caption-l"
      >${assessment.reference ?? 'From the previous system'}</span
    >
    <h1 class="govuk-heading-l">${kindNames[assessment.kind]}: ${nameWithKnownAs(person)}</h1>
    ${othersView(model.others)} ${factsView(model)}
    ${model.hasLastTime && sections !== null ? html`<p class="govuk-body"><a class="govuk-link" href="/assessments/${assessment.id}/beside">Side by side with last time</a></p>` : nothing}
    ${assessment.formVersion === null || assessment.formVersion === model.formNow ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="/assessments/${assessment.id}/form">What the form in use today asks otherwise</a></p>`}
    ${sections === null ? nothing : youngCarerPrompt(sections, model)}
    ${mayWrite && isOpen(assessment.state) ? whatToDo(model) : nothing}
    ${assessment.state === 'completed' && sections !== null ? completedView(model, sections) : nothing}`
}

function factsView({ assessment, clock, formNow }: AssessmentModel): Html {
  const row = (key: string, value: string | null): SummaryRow | null =>
    value === null ? null : { key: { text: key }, value: { text: value } }
  const day = (date: IsoDate | null) => (date === null ? null : inWords(date))
  return govukSummaryList({
    rows: [
      row('State', stateNames[assessment.state]),
      row('Asked for', askedWords(assessment)),
      row('Clock', clock === null ? null : clockInWords(clock)),
      row('Assessor', assessment.assessorName),
      row('Form', formWords(assessment, formNow)),
      row('Begun', day(assessment.begunOn)),
      row('Combined', assessment.combined ? combinedWords(assessment) : null),
      row(
        'How',
        assessment.method === null ? null : wordsFor('assessment-methods', assessment.method),
      ),
      row('Completed', day(assessment.completedOn)),
      row('Ended', day(assessment.closedOn)),
      row('Why', assessment.closedReason === null ? null : whyWords(assessment.closedReason)),
      row('What was said', assessment.closedWords),
      row(
        'Outcome',
        assessment.outcome === null ? null : wordsFor('assessment-outcomes', assessment.outcome),
      ),
    ],
  })
}

function formWords({ formVersion }: Assessment, now: string | null): string | null {
  if (formVersion === null || formVersion === now || now === null) return formVersion
  return `${formVersion}. In use now: ${now}`
}

/** Both agreements, and the assessment of the person looked after that it stands with. */
function combinedWords(of: Assessment): string {
  const { combinedCarerOn, combinedCaredForOn, combinedReference, combinedOn } = of
  if (combinedReference === null) return 'With that of the person looked after'
  const begun = combinedOn === null ? '' : `, begun ${inWords(combinedOn)}`
  const held = of.combinedAuthority === null ? '' : `, held by ${of.combinedAuthority}`
  const agreed = [
    ...(combinedCarerOn === null ? [] : [`the carer on ${inWords(combinedCarerOn)}`]),
    ...(combinedCaredForOn === null
      ? []
      : [`the person looked after on ${inWords(combinedCaredForOn)}`]),
  ].join(', ')
  return `With ${combinedReference}${begun}${held}. Agreed by ${agreed}`
}

function askedWords({ askedOn, askedWhere }: Assessment): string | null {
  if (askedOn === null) return null
  return askedWhere === null ? dayInWords(askedOn) : `${dayInWords(askedOn)}. ${askedWhere}`
}

/** SI 2014/2827 reg 4(3): a child who helps to care is a young carer, to be offered their own assessment. */
function youngCarerPrompt(
  sections: readonly SectionSoFar[],
  { assessment, person, named, mayWrite }: AssessmentModel,
): Html {
  const form = { sections: sections.map(({ section }) => section) }
  const link = (words: string) =>
    mayWrite
      ? html`<p class="govuk-body">
          <a class="govuk-link" href="/assessments/${assessment.id}/young-carer">${words}</a>
        </p>`
      : nothing
  if (named.length > 0) return html`${namedView(named)} ${link('Name another child who helps')}`
  if (!childHelps(form, allAnswers(sections))) return nothing
  return govukInsetText({
    html: html`<p class="govuk-body">
        <strong>A child helps ${fullName(person)} to care.</strong> That child is a young carer,
        with a right to an assessment of their own (Children Act 1989, section 17ZA).
      </p>
      ${link('Open their referral, or say why there is none')}`,
  })
}

function whatToDo({ assessment, sections, mine, own, way }: AssessmentModel): Html {
  const at = `/assessments/${assessment.id}`
  const end = html`<p class="govuk-body">
      <a class="govuk-link" href="${at}/end">The carer says no, or it is withdrawn</a>
    </p>
    ${mine || assessment.state === 'asked' ? nothing : actionButton({ action: `${at}/take-over`, text: 'Take this assessment over', classes: 'govuk-button--secondary' })}`
  if (assessment.state === 'asked' || sections === null)
    return html`${actionButton({ action: `${at}/begin`, text: 'Begin the assessment' })}
    ${assessment.kind === 'adult_carer' ? nothing : heldElsewhere(at)} ${end}`
  return html`<h2 class="govuk-heading-m">Sections</h2>
    ${taskList(assessment, sections, way)} ${wayButton(at, way)}
    ${own.length === 0 ? nothing : html`<p class="govuk-body">The carer has written some of it at home. Their words stand above each section.</p>`}
    <p class="govuk-body">
      <a class="govuk-link" href="${at}/sections/whole">Write the whole assessment on one page</a>
    </p>
    ${govukButton({ text: 'Complete the assessment', href: `${at}/complete` })} ${end}`
}

/** The council's own teams hold some of these on their own systems. */
function heldElsewhere(at: string): Html {
  return html`<p class="govuk-body">
    Was it held on another system?
    <a class="govuk-link" href="${at}/outcome">Record what it came to</a>, so that its clock stops.
  </p>`
}

/** The choice is the worker's, and kept for every assessment. */
function wayButton(at: string, way: Way): Html {
  const other = way === 'section' ? 'question' : 'section'
  const text = other === 'question' ? 'Write one question a page' : 'Write by whole sections'
  const classes = 'govuk-button--secondary'
  return actionButton({ action: `${at}/way`, text, fields: { way: other }, classes })
}

function hrefOf({ id }: Assessment, section: Section, way: Way): string {
  const first = way === 'question' ? firstStepOf(section) : null
  return first === null
    ? `/assessments/${id}/sections/${section.id}`
    : `/assessments/${id}/questions/${first}`
}

function taskList(assessment: Assessment, sections: readonly SectionSoFar[], way: Way): Html {
  return govukTaskList({
    items: sections.map((each) => ({
      title: { text: each.section.title },
      hint: { text: savedWords(each) ?? each.section.about },
      href: hrefOf(assessment, each.section, way),
      status: statusOf(each),
    })),
  })
}

function savedWords({ saved }: SectionSoFar): string | null {
  if (saved === null) return null
  return `Saved by ${saved.savedByName} on ${inWords(londonDay(saved.savedAt))} at ${timeInWords(saved.savedAt)}`
}

function statusOf({ saved, missing }: SectionSoFar) {
  if (saved === null) return { tag: { text: 'Not started', classes: 'govuk-tag--grey' } }
  if (missing === 0) return { text: 'All asked' }
  return { tag: { text: `${missing} to ask`, classes: 'govuk-tag--yellow' } }
}

function mattersView(matters: readonly MatterOutcome[]): Html {
  if (matters.length === 0) return nothing
  const rows = matters.map((each) => {
    const { matter, outcome } = matterInWords(each)
    return { key: { text: matter }, value: { text: outcome } }
  })
  return html`<h2 class="govuk-heading-m">What came of each matter</h2>
    ${govukSummaryList({ rows })}`
}

function completedView(
  { assessment, own, matters }: AssessmentModel,
  sections: readonly SectionSoFar[],
): Html {
  return html`${govukButton({ text: 'Go to the decision', href: `/assessments/${assessment.id}/decision` })}
  ${mattersView(matters)}
  ${sections.map(
    ({ section, answers }) =>
      html`<h2 class="govuk-heading-m">${section.title}</h2>
        ${ownView(section, own)}
        ${govukSummaryList({
          rows: saidIn(section, answers).map(({ label, words }) => ({
            key: { text: label },
            value: { text: words },
          })),
        })}`,
  )}`
}
