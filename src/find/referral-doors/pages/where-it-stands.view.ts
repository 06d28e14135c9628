import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { lineField } from '#people/persons/fields.view.ts'
import type { Standing } from '../receipt.sql.ts'

export const whereItStandsView = (state: FormState): Html =>
  html`${govukBackLink({ href: '/refer', text: 'Back' })} ${faultSummary(state)}
    <h1 class="govuk-heading-l">Where does it stand?</h1>
    <p class="govuk-body">
      Did you ask us for help, or tell us of someone who looks after someone? Here you see how long
      it has waited and what happens next.
    </p>
    ${formTag({
      body: html`${lineField(state, {
        name: 'reference',
        label: 'The reference we gave',
        hint: 'For example, REF-7F3K9-2',
        width: 'govuk-input--width-10',
      })}
      ${lineField(state, {
        name: 'familyName',
        label: 'Last name of the person who looks after someone',
        hint: 'Your own, if you asked for yourself',
        width: 'govuk-input--width-20',
      })}
      ${govukButton({ text: 'Show where it stands' })}`,
    })}`

export function standingView(of: {
  readonly standing: Standing
  readonly words: readonly string[]
}): Html {
  const { reference, organisation, telephone } = of.standing
  return html`${govukBackLink({ href: '/refer/where-it-stands', text: 'Back' })}
    <h1 class="govuk-heading-l">Where it stands: ${reference}</h1>
    ${of.words.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
    ${
      telephone === null
        ? nothing
        : html`<p class="govuk-body">
            Questions? Ring ${organisation} on
            <a class="govuk-link" href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a> and
            say the reference.
          </p>`
    }`
}
