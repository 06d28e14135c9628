import { govukButton } from '#platform/govuk/button.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import type { StepReckoning } from '#people/pathway/step-clock.rules.ts'
import { kindNames, type Assessment } from './assessment.ts'
import { assessmentDueOn } from './assessment-clock.rules.ts'
import { listAssessments } from './assessments.sql.ts'

/** The carer's own view of their assessment: the same clock that the assessor sees. */
export const myAssessmentPanel: CarerPanel = {
  id: 'assessment',
  order: 30,
  show: async (tx, { personId, today }) => {
    const [latest] = await listAssessments(tx, personId)
    const reckoning = await getStepReckoning(tx)
    return {
      title: 'Your assessment',
      body: latest === undefined ? nothingYet() : inTheirWords(latest, { reckoning, today }),
    }
  },
}

function nothingYet(): Html {
  return html`<p class="govuk-body">
      An assessment is a talk about how caring affects your life, and what could help. You have a
      right to one. It is free.
    </p>
    ${askButton('Ask for an assessment')}`
}

function askButton(text: string): Html {
  return govukButton({ text, href: '/my/ask-for-assessment', classes: 'govuk-button--secondary' })
}

function inTheirWords(
  assessment: Assessment,
  { reckoning, today }: { readonly reckoning: StepReckoning; readonly today: IsoDate },
): Html {
  const name = kindNames[assessment.kind].toLowerCase()
  const who = assessment.assessorName ?? 'We'
  switch (assessment.state) {
    case 'asked':
    case 'begun': {
      const { kind, askedOn } = assessment
      const due = askedOn === null ? null : assessmentDueOn({ kind, askedOn }, reckoning)
      const asked =
        assessment.askedOn === null
          ? ''
          : `You asked for a ${name} on ${inWords(assessment.askedOn)}. `
      const next =
        due === null || due < today
          ? `It is taking longer than we want. ${who} will be in touch. You can ring us at any time.`
          : `${who} will have talked it through with you by ${dayInWords(due)}.`
      return html`<p class="govuk-body">${asked}${next}</p>
        ${govukButton({
          text: 'Begin it yourself',
          href: '/my/assessment',
          classes: 'govuk-button--secondary',
        })}`
    }
    case 'completed':
      return html`<p class="govuk-body">
          Your ${name} was completed on
          ${assessment.completedOn === null ? '' : inWords(assessment.completedOn)}. If things
          change, you can ask for another.
        </p>
        ${askButton('Ask for another assessment')}`
    case 'declined':
    case 'refused':
    case 'withdrawn':
      return html`<p class="govuk-body">
          Your ${name} was not gone on with. You can change your mind at any time.
        </p>
        ${askButton('Ask for an assessment')}`
  }
}
