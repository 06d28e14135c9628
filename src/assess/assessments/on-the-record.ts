import { govukButton } from '#platform/govuk/button.ts'
import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { RecordPanel, TimelineEntry, TimelineSource } from '#platform/room.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import type { StepReckoning } from '#people/pathway/step-clock.rules.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { isOpen, kindNames, stateNames, type Assessment } from './assessment.ts'
import { assessmentClock } from './assessment-clock.rules.ts'
import { listAssessments } from './assessments.sql.ts'
import { clockInWords } from './clock-words.ts'
import { assessmentReaders } from './who-assesses.ts'

/** The latest assessment on the carer's record, with its clock, and the way to ask for one. */
export const assessmentPanel: RecordPanel = {
  id: 'assessment',
  side: 'facts',
  order: 50,
  show: async (tx, { personId, actor, today }) => {
    const [latest] = await listAssessments(tx, personId)
    const reckoning = await getStepReckoning(tx)
    const mayOpen = holds(actor, ...assessmentReaders)
    const mayAsk = holds(actor, ...workers) && (latest === undefined || !isOpen(latest.state))
    return {
      title: 'Assessment',
      body: html`${latest === undefined ? html`<p class="govuk-body">None yet.</p>` : latestView(latest, { today, reckoning, mayOpen })}
      ${mayAsk ? askButton(personId) : nothing}`,
    }
  },
}

function latestView(
  assessment: Assessment,
  of: { readonly today: IsoDate; readonly reckoning: StepReckoning; readonly mayOpen: boolean },
): Html {
  const clock = assessmentClock(
    { ...assessment, endedOn: assessment.completedOn ?? assessment.closedOn },
    of.today,
    of.reckoning,
  )
  const name = kindNames[assessment.kind]
  const title = of.mayOpen
    ? html`<a class="govuk-link" href="/assessments/${assessment.id}">${name}</a>`
    : html`${name}`
  return html`<p class="govuk-body">
    ${title}:
    ${stateNames[assessment.state].toLowerCase()}${clock === null ? nothing : html`. ${clockInWords(clock)}.`}
  </p>`
}

function askButton(personId: string): Html {
  return govukButton({
    text: 'Ask for an assessment',
    href: `/carers/${personId}/ask-for-assessment`,
    classes: 'govuk-button--secondary',
  })
}

/** Each step of each assessment, on its day. */
export const assessmentTimeline: TimelineSource = {
  kind: 'assessment',
  label: 'Assessments',
  list: async (tx, { personId, actor }) => {
    const assessments = await listAssessments(tx, personId)
    const mayOpen = holds(actor, ...assessmentReaders)
    return assessments.flatMap((assessment) => entriesOf(assessment, mayOpen))
  },
}

function entriesOf(assessment: Assessment, mayOpen: boolean): readonly TimelineEntry[] {
  const name = kindNames[assessment.kind]
  const about = {
    kind: 'assessment',
    ...(mayOpen ? { href: `/assessments/${assessment.id}` } : {}),
    ...(assessment.assessorName === null ? {} : { by: assessment.assessorName }),
  }
  const outcome =
    assessment.outcome === null ? {} : { text: wordsFor('assessment-outcomes', assessment.outcome) }
  const { askedWhere, closedWords } = assessment
  return [
    {
      on: assessment.askedOn,
      title: `${name} asked for`,
      ...(askedWhere === null ? {} : { text: askedWhere }),
    },
    { on: assessment.begunOn, title: `${name} begun` },
    { on: assessment.completedOn, title: `${name} completed`, ...outcome },
    {
      on: assessment.closedOn,
      title: `${name}: ${stateNames[assessment.state].toLowerCase()}`,
      ...(closedWords === null ? {} : { text: closedWords }),
    },
  ].flatMap(({ on, ...entry }) => (on === null ? [] : [{ ...about, ...entry, on: isoDate(on) }]))
}
