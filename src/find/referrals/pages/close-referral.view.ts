import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { codeWords, wordsFor } from '#people/persons/code-words.ts'
import { areaField, selectField } from '#people/persons/fields.view.ts'
import { stateWords, carerName, type Referral } from '../referral.ts'

export function closeReferralView(of: {
  readonly referral: Referral
  readonly state: FormState
  readonly overtaken?: boolean
}): Html {
  const { referral, state } = of
  return html`${govukBackLink({ href: `/referrals/${referral.id}`, text: 'Back to the referral' })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">What became of the referral of ${carerName(referral)}?</h1>
    ${of.overtaken === true ? overtakenView(referral) : nothing}
    ${formTag({
      body: html`${hidden('version', typedIn(state, 'version'))}
      ${selectField(state, {
        name: 'outcome',
        label: 'Outcome',
        options: [...codeWords('referral-outcomes')].filter(([code]) => code !== 'waiting'),
        blank: 'Select one',
      })}
      ${areaField(state, {
        name: 'words',
        label: 'In words, if you like',
        hint: referral.shareOutcome
          ? `${referral.from ?? 'The sender'} reads this`
          : 'The carer did not agree to the sender reading this',
      })}
      ${govukButton({ text: 'Close the referral', preventDoubleClick: true })}`,
    })}`
}

function overtakenView(referral: Referral): Html {
  const outcome =
    referral.outcome === null ? '' : `: ${wordsFor('referral-outcomes', referral.outcome)}`
  const on = referral.outcomeOn === null ? '' : ` on ${inWords(isoDate(referral.outcomeOn))}`
  return html`<div class="app-conflict" role="alert">
    <h2 class="govuk-heading-m">Someone else changed this referral while you had it open</h2>
    <p class="govuk-body">
      It is now: ${stateWords[referral.state].toLowerCase()}${on}${outcome}. The form holds what you
      typed; nothing of it is saved.
    </p>
  </div>`
}
