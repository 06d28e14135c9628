import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { choiceOf, faultOf, formTag, hidden } from '#platform/web/form-view.ts'
import { chosenIn, typedIn, type FormState } from '#platform/web/form.ts'
import { areaField, radiosField, selectField } from '#people/persons/fields.view.ts'
import type { Considered, Route } from '../../referral-routes/route.rules.ts'
import type { Referral } from '../referral.ts'
import { passingReasons, passingWords } from '../passing.ts'
import type { Passing } from '../passings.sql.ts'
import type { TriageModel } from './triage.view.ts'

/** The way on for a referral that this organisation cannot take: to whom, why, and by whose leave. */
export function passOnFormView(model: TriageModel): Html {
  const { referral, states, waysOn } = model
  if (waysOn === null) return nothing
  const state = states.pass
  return govukDetails({
    summaryText: 'We cannot take it: pass it on',
    open: state.faults.length > 0,
    html:
      waysOn.to === null
        ? html`<p class="govuk-body">Nobody else can take it just now.</p>
            ${cannot(waysOn, referral)}`
        : formTag({
            action: `/referrals/${referral.id}/pass-on`,
            body: html`${hidden('version', typedIn(state, 'version'))} ${whoGets(state, waysOn)}
            ${cannot(waysOn, referral)}
            ${selectField(state, {
              name: 'why',
              label: 'Why you cannot take it',
              options: passingReasons.map((why) => [why, passingWords[why]] as const),
              blank: 'Select one',
            })}
            ${areaField(state, { name: 'inWords', label: 'In words, if you like', hint: 'Whoever gets it reads this, and the sender where the carer agreed to that' })}
            ${agreement(model)}
            ${govukButton({ text: 'Pass it on', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
          }),
  })
}

function whoGets(state: FormState, { considered }: Route): Html {
  const { value: chosen, ...group } = choiceOf(state, 'to')
  return govukRadios({
    ...group,
    fieldset: { legend: { text: 'Who gets it', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Those who can take it, in the order in which they are asked.' },
    classes: 'govuk-radios--small',
    items: considered
      .filter(({ against }) => against.length === 0)
      .map(({ intake }) => ({
        value: String(intake.organisationId),
        text: intake.name,
        hint: {
          text:
            intake.capacity === null ? 'Has room' : `Holds ${intake.held} of ${intake.capacity}`,
        },
        checked: chosen === String(intake.organisationId),
      })),
  })
}

/** Who cannot take it and why; whoever has it just now says so by passing it on. */
function cannot({ considered }: Route, { toOrganisationId }: Referral): Html {
  const those = considered.filter(
    ({ intake, against }) => against.length > 0 && intake.organisationId !== toOrganisationId,
  )
  if (those.length === 0) return nothing
  return html`<ul class="govuk-list app-quiet">
    ${those.map((each) => html`<li>${cannotWords(each)}</li>`)}
  </ul>`
}

const cannotWords = ({ intake, against }: Considered): string =>
  `${intake.name} ${against.map(({ words }) => words).join(' and ')}.`

function agreement({ referral, states }: TriageModel): Html {
  if (referral.mayPassOn) {
    return html`<p class="govuk-body">
      The carer agreed, when they were referred, that it may be passed on.
    </p>`
  }
  const fault = faultOf(states.pass, 'agreed')
  return html`${govukCheckboxes({
    name: 'agreed',
    idPrefix: 'agreed',
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: {
        text: 'The carer has not been asked about this',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    ...(fault === undefined ? {} : { errorMessage: fault }),
    items: [
      {
        value: 'yes',
        text: 'I asked the carer, and they agree that it is passed on',
        checked: chosenIn(states.pass, 'agreed').length > 0,
      },
    ],
  })}
  ${radiosField(states.pass, {
    name: 'agreedHow',
    label: 'How did they agree?',
    options: [
      ['spoken', 'They said so'],
      ['written', 'In writing'],
    ],
    inline: true,
  })}`
}

/** Who had it before, why they could not take it, and the agreement that covered each step. */
export function passingsView(passings: readonly Passing[]): Html {
  if (passings.length === 0) return nothing
  return html`<section class="govuk-inset-text" aria-labelledby="passed">
    <h2 class="govuk-heading-s" id="passed">It was passed on</h2>
    <ol class="govuk-list">
      ${passings.map(
        ({ from, to, passedOn, why, words, agreedOn }) =>
          html`<li>
            ${inWords(isoDate(passedOn))}: from ${from} to ${to}. “${passingWords[why]}.”
            ${words === null ? nothing : html`<span class="app-words">${words}</span>`} The carer
            agreed on ${inWords(isoDate(agreedOn))}.
          </li>`,
      )}
    </ol>
  </section>`
}
