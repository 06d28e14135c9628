import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { addressLine, nameWithKnownAs } from '#people/persons/person.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { choiceOf, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn } from '#platform/web/form.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import {
  areaField,
  dayField,
  fieldRow,
  lineField,
  selectField,
  tickField,
} from '#people/persons/fields.view.ts'
import type { LikelyRecord } from '#people/matching/likely-records.ts'
import { asksForAssessment } from '../asks-for-assessment.rules.ts'
import { toldName } from '../referral.ts'
import { declineOutcomes } from '../triage-forms.ts'
import type { TriageModel } from './triage.view.ts'

export function acceptFormView(model: TriageModel): Html {
  const { referral, states } = model
  const state = states.accept
  return html`<section aria-labelledby="accept">
    <h2 class="govuk-heading-m" id="accept">Take it on</h2>
    ${formTag({
      action: `/referrals/${referral.id}/accept`,
      body: html`${hidden('version', typedIn(state, 'version'))}${hidden('newId', typedIn(state, 'newId'))}
      ${records(model)}
      ${lineField(state, {
        name: 'reference',
        label: 'Reference of another record',
        hint: 'Only if it is none of those above. For example, ALG-7F3K9-2',
        width: 'govuk-input--width-10',
      })}
      ${fieldRow(
        selectField(state, {
          name: 'worker',
          label: 'Who takes it on',
          options: model.workers.map(({ id, name }) => [id, name] as const),
          blank: 'Select one',
        }),
        dayField(state, { name: 'contactBy', label: 'They ring the carer by' }),
      )}
      ${assessmentView(model)} ${govukButton({ text: 'Take it on', preventDoubleClick: true })}`,
    })}
  </section>`
}

/** What was asked for in a referral keeps its day; what is learnt at triage can still be told. */
function assessmentView({ referral, states }: TriageModel): Html {
  const on = inWords(isoDate(referral.receivedOn))
  return asksForAssessment(referral)
    ? html`<p class="govuk-body">
        An assessment was asked for: its clock runs from ${on}, the day this came.
      </p>`
    : tickField(states.accept, {
        name: 'assessmentAskedFor',
        label: 'They asked for an assessment',
        hint: `Its clock then runs from ${on}, the day this came`,
      })
}

function records({ referral, likely, states }: TriageModel): Html {
  const { value: chosen, ...group } = choiceOf(states.accept, 'record')
  const name = toldName(referral.told)
  return govukRadios({
    ...group,
    fieldset: { legend: { text: 'Whose record is it?', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text:
        likely.length === 0
          ? 'No record that you can see looks like theirs.'
          : 'The likeliest first, with what speaks for it and against it.',
    },
    classes: 'govuk-radios--small',
    items: [
      ...likely.map((each) => ({
        value: each.person.id,
        html: recordLine(each),
        hint: { html: evidence(each) },
        checked: chosen === each.person.id,
      })),
      {
        value: 'reference',
        text: 'Another record, of the reference below',
        checked: chosen === 'reference',
      },
      { value: 'new', text: `A new record for ${name}`, checked: chosen === 'new' },
    ],
  })
}

const recordLine = ({ person }: LikelyRecord): Html =>
  html`<strong>${nameWithKnownAs(person)}</strong>, ${person.reference},
    ${addressLine(person) || 'no address'}
    <a class="govuk-link" href="/carers/${person.id}"
      >open<span class="govuk-visually-hidden"> the record of ${nameWithKnownAs(person)}</span></a
    >`

const strengths: Readonly<Record<LikelyRecord['score']['verdict'], string>> = {
  join: 'Very likely the same person.',
  review: 'Perhaps the same person.',
  apart: 'Little speaks for it.',
}

function evidence({ score }: LikelyRecord): Html {
  const words = (wanted: (points: number) => boolean) =>
    score.parts.filter(({ points }) => wanted(points)).map((part) => part.words)
  const against = [...new Set([...words((points) => points < 0), ...score.doubts])]
  return html`${strengths[score.verdict]} ${words((points) => points > 0).join('. ')}.
  ${against.length === 0 ? nothing : html`<strong>But: ${against.join('. ')}.</strong>`}`
}

export function askFormView({ referral, states }: TriageModel): Html {
  return govukDetails({
    summaryText: 'Ask the sender something first',
    open: states.ask.faults.length > 0,
    html: formTag({
      action: `/referrals/${referral.id}/ask`,
      body: html`${hidden('version', typedIn(states.ask, 'version'))}
      ${areaField(states.ask, { name: 'question', label: 'Your question', hint: 'They answer on their own page; the referral then comes back here' })}
      ${govukButton({ text: 'Send the question', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    }),
  })
}

export function declineFormView({ referral, states }: TriageModel): Html {
  const reasons = declineOutcomes.map(
    (code) => [code, wordsFor('referral-outcomes', code)] as const,
  )
  return govukDetails({
    summaryText: 'Do not take it on',
    open: states.decline.faults.length > 0,
    html: formTag({
      action: `/referrals/${referral.id}/decline`,
      body: html`${hidden('version', typedIn(states.decline, 'version'))}
      ${selectField(states.decline, { name: 'outcome', label: 'Why', options: reasons, blank: 'Select one' })}
      ${areaField(states.decline, {
        name: 'words',
        label: 'In words',
        hint: referral.shareOutcome
          ? 'The sender reads this'
          : 'The carer did not agree to the sender reading this',
      })}
      ${govukButton({ text: 'Do not take it on', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    }),
  })
}
