import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { dayField } from '#people/persons/fields.view.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import { offeredName, offerStateNames, whyWords } from '../offer-words.ts'
import type { Offer } from '../offers.sql.ts'
import { endingFields } from './ending-fields.view.ts'

export function answerOfferView(model: {
  readonly offer: Offer
  readonly person: Person
  readonly state: FormState
}): Html {
  const { offer, person, state } = model
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">${offeredName(offer)}</h1>
    ${offerFacts(offer)} ${offer.state === 'offered' ? answerView(state) : ''}`
}

function offerFacts(offer: Offer): Html {
  const { assessmentId } = offer
  const rows = [
    ['What happened', offerStateNames[offer.state]],
    [offer.state === 'not_offered' ? 'Decided' : 'Offered', inWords(offer.onDay)],
    ['Answered', offer.answeredOn === null ? '' : inWords(offer.answeredOn)],
    ['Why', whyWords(offer.reason)],
    ['What was said', offer.words ?? ''],
    ['Written down by', offer.writtenByName],
  ].filter(([, value]) => value !== '')
  return html`${govukSummaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key ?? '' }, value: { text: value } })),
  })}
  ${assessmentId === null ? '' : html`<p class="govuk-body"><a class="govuk-link" href="/assessments/${assessmentId}">The assessment that was asked for</a></p>`}`
}

function answerView(state: FormState): Html {
  return html`<h2 class="govuk-heading-m">What did they answer?</h2>
    ${formTag({
      body: html`${govukRadios({
          ...choiceOf(state, 'state'),
          fieldset: { legend: { text: 'Answer', classes: 'govuk-fieldset__legend--s' } },
          items: [
            { value: 'accepted', text: 'Yes: start the clock' },
            { value: 'declined', text: 'They declined for now' },
            { value: 'refused', text: 'They refused' },
            {
              value: 'withdrawn',
              text: 'The offer was withdrawn',
              hint: { text: 'Not reached, moved away, or no longer caring' },
            },
          ],
        })}
        ${dayField(state, { name: 'answered_on', label: 'When was that?' })}
        <h3 class="govuk-heading-s">If it is not a yes</h3>
        ${endingFields(state, ['declined', 'refused', 'withdrawn'])}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`
}
