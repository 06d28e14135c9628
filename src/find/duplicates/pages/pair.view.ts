import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nhsNumberInWords } from '#platform/lib/nhs-number.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { choiceOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { addressLine, nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { LikelyPair } from '../pairs.sql.ts'

type Shown = {
  readonly pair: LikelyPair
  readonly first: Person
  readonly second: Person
  readonly state: FormState
}

export function pairView({ pair, first, second, state }: Shown): Html {
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Are these the same person?</h1>
    ${why(pair)} ${sideBySide(first, second)}
    ${pair.state === 'open' ? decide(first, second, state) : html`<p class="govuk-inset-text">This was decided: ${pair.state === 'same' ? 'the same person' : 'different people'}.</p>`}`
}

function why({ parts, doubts, points }: LikelyPair): Html {
  return html`<h2 class="govuk-heading-m">Why we ask</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${parts.map((part) => html`<li>${part.words} <span class="app-quiet">${part.points > 0 ? '+' : ''}${part.points}</span></li>`)}
    </ul>
    ${doubts.length === 0 ? nothing : html`<p class="govuk-body"><strong>What speaks against it:</strong> ${doubts.join('; ')}</p>`}
    ${points === null ? nothing : html`<p class="govuk-hint">${points} points in all</p>`}`
}

const rows: readonly (readonly [string, (person: Person) => string])[] = [
  ['Name', nameWithKnownAs],
  ['Reference', ({ reference }) => reference],
  [
    'Date of birth',
    ({ dateOfBirth }) => (dateOfBirth === null ? '' : inWords(isoDate(dateOfBirth))),
  ],
  ['Address', addressLine],
  ['Home telephone', ({ homePhone }) => (homePhone === null ? '' : phoneInWords(homePhone))],
  ['Mobile', ({ mobilePhone }) => (mobilePhone === null ? '' : phoneInWords(mobilePhone))],
  ['Email', ({ email }) => email ?? ''],
  ['NHS number', ({ nhsNumber }) => (nhsNumber === null ? '' : nhsNumberInWords(nhsNumber))],
  ['GP practice', ({ gpPractice }) => gpPractice ?? ''],
]

function sideBySide(first: Person, second: Person): Html {
  return html`<div class="app-scroll" role="region" aria-label="Both records" tabindex="0">
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <td class="govuk-table__cell"></td>
          ${[first, second].map(({ id, reference }) => html`<th scope="col" class="govuk-table__header"><a class="govuk-link" href="/carers/${id}">Open ${reference}</a></th>`)}
          <th scope="col" class="govuk-table__header">Alike?</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows.map(([name, of]) => {
          const [a, b] = [of(first), of(second)]
          return html`<tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">${name}</th>
            <td class="govuk-table__cell">${a || '–'}</td>
            <td class="govuk-table__cell">${b || '–'}</td>
            <td class="govuk-table__cell">
              ${a === '' || b === '' ? '' : a.toLowerCase() === b.toLowerCase() ? 'Yes' : 'No'}
            </td>
          </tr>`
        })}
      </tbody>
    </table>
  </div>`
}

function decide(first: Person, second: Person, state: FormState): Html {
  return formTag({
    body: html`${govukRadios({
      ...choiceOf(state, 'decision'),
      fieldset: { legend: { text: 'Your decision', classes: 'govuk-fieldset__legend--m' } },
      items: [
        {
          value: 'keep_first',
          text: `Same person: keep ${first.reference}`,
          hint: {
            text: 'What is only on the other record comes over; its reference still finds it',
          },
        },
        { value: 'keep_second', text: `Same person: keep ${second.reference}` },
        { value: 'different', text: 'Different people', hint: { text: 'We will not ask again' } },
      ],
    })}
    ${govukButton({ text: 'Save the decision', preventDoubleClick: true })}`,
  })
}
