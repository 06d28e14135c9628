import { govukButton } from '#platform/govuk/button.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { codeWords } from '#people/persons/code-words.ts'
import {
  dayField,
  fieldGroup,
  fieldRow,
  lineField,
  radiosField,
  selectField,
  tickField,
} from '#people/persons/fields.view.ts'
import { carerKindWords } from '#people/persons/involvement.ts'
import { personLine } from '#people/persons/person-line.view.ts'
import type { LikelyRecord } from '#people/matching/likely-records.ts'

export function addACarerView(of: {
  readonly state: FormState
  /** Records that may be theirs already. */
  readonly likely: readonly LikelyRecord[]
  readonly today: IsoDate
  /** Whether there is somebody here who assesses. */
  readonly mayAsk: boolean
}): Html {
  const { state, likely } = of
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Add a carer</h1>
    ${likely.length === 0 ? nothing : likelyView(likely, of.today)}
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${likely.length === 0 ? nothing : hidden('surelyNew', 'yes')}
      ${fieldGroup(
        'Who they are',
        fieldRow(
          lineField(state, { name: 'givenName', label: 'First names' }),
          lineField(state, { name: 'familyName', label: 'Last name' }),
        ),
        dayField(state, {
          name: 'dateOfBirth',
          label: 'Date of birth',
          hint: 'For example, 27 3 1951',
        }),
        radiosField(state, {
          name: 'kind',
          label: 'Kind of carer',
          options: Object.entries(carerKindWords),
          inline: true,
        }),
      )}
      ${fieldGroup(
        'How to reach them',
        fieldRow(
          lineField(state, { name: 'telephone', label: 'Telephone', type: 'tel' }),
          lineField(state, { name: 'email', label: 'Email', type: 'email' }),
        ),
        lineField(state, { name: 'address1', label: 'House and street' }),
        fieldRow(
          lineField(state, { name: 'town', label: 'Town or village' }),
          lineField(state, { name: 'postcode', label: 'Postcode', width: 'govuk-input--width-10' }),
        ),
      )}
      ${selectField(state, {
        name: 'source',
        label: 'Who told us of them',
        options: codeWords('referral-sources'),
        blank: 'Not known',
      })}
      ${of.mayAsk ? askField(state) : nothing}
      ${govukButton({
        text: likely.length === 0 ? 'Add the carer' : 'None of these: add a new carer',
        preventDoubleClick: true,
      })}`,
    })}`
}

const askField = (state: FormState): Html =>
  tickField(state, {
    name: 'assessmentAskedFor',
    label: 'They asked for an assessment',
    hint: 'Its clock starts today',
  })

const likelyView = (likely: readonly LikelyRecord[], today: IsoDate): Html =>
  html`<div class="app-conflict" role="alert">
    <h2 class="govuk-heading-m">Is it one of these people?</h2>
    <ul class="app-lines">
      ${likely.map(({ person, score }) =>
        personLine({
          person,
          today,
          href: `/carers/${person.id}`,
          more: `${score.parts.map(({ words }) => words).join('. ')}.`,
        }),
      )}
    </ul>
    <p class="govuk-body govuk-!-margin-bottom-0">What you typed is still below.</p>
  </div>`
