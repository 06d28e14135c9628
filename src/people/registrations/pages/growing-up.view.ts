import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn } from '#platform/web/form.ts'
import { dayField } from '#people/persons/fields.view.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { fullName } from '#people/persons/person.ts'
import type { GrowingModel } from './growing-up.ts'

export function growingUpView(of: GrowingModel): Html {
  const { person, registration, step, state } = of
  const name = fullName(person)
  const to = kindWords(step.to).toLowerCase()
  return html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` })}
    ${faultSummary(state)}
    ${
      of.moved === true
        ? html`<div class="app-conflict" role="alert">
            <h2 class="govuk-heading-m">Someone else changed this while you had it open</h2>
            <p class="govuk-body">Nothing is saved yet. See whether it is still right.</p>
          </div>`
        : nothing
    }
    <h1 class="govuk-heading-l">${name}: ${to} from ${inWords(step.on)}</h1>
    <p class="govuk-body">
      Before that day: ${step.prepare}${step.ref === null ? '' : ` (${step.ref})`}.
    </p>
    ${
      step.on > of.today
        ? nothing
        : html`<h2 class="govuk-heading-m">Who goes on with them?</h2>
            ${formTag({
              body: html`${hidden('version', typedIn(state, 'version'))}
              ${dayField(state, { name: 'on', label: `We do, as ${to}, from` })}
              ${govukButton({ text: `Go on with them as ${to}`, preventDoubleClick: true })}`,
            })}
            <p class="govuk-body">
              <a
                class="govuk-link"
                href="/carers/${person.id}/registrations/${registration.id}/leave"
                >Another service does: they leave us</a
              >
            </p>`
    }`
}
