import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { html, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import type { PlanOf } from './plan-of.ts'

export type PlanForm = {
  readonly of: PlanOf
  readonly title: string
  readonly state: FormState
  readonly fields: HtmlValue
  /** The part of the plan's page to which it belongs. */
  readonly part: string
  /** Where it is sent, if not to its own address. */
  readonly action?: string | undefined
  readonly button?: string
  /** Said before the form: what to know, or what somebody else wrote meanwhile. */
  readonly notice?: HtmlValue
  /** A second button that takes the line out of the plan. */
  readonly removable?: boolean
}

/** A page that fills in one part of a support plan. */
export function planForm(form: PlanForm): PageView {
  const { whole, person } = form.of
  const remove = govukButton({
    text: 'Take it out of the plan',
    name: 'remove',
    value: 'yes',
    classes: 'govuk-button--secondary',
  })
  return {
    title: `${form.title} – ${fullName(person)}`,
    before: govukBackLink({
      href: `/plans/${whole.plan.id}#${form.part}`,
      text: `Back to the support plan of ${fullName(person)}`,
    }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(form.state)} ${form.notice ?? nothing}
        <span class="govuk-caption-l">Support plan of ${fullName(person)}</span>
        <h1 class="govuk-heading-l">${form.title}</h1>
        ${formTag({
          ...(form.action === undefined ? {} : { action: form.action }),
          body: html`${form.fields}
            <div class="govuk-button-group">
              ${govukButton({ text: form.button ?? 'Save', preventDoubleClick: true })}
              ${form.removable === true ? remove : nothing}
            </div>`,
        })}
      </div>
    </div>`,
  }
}

/** What somebody else saved while this was being typed; what was typed stays in the form. */
export function changedMeanwhile(now: readonly Fact[]): Html {
  const gone = html`<p class="govuk-body">
    It was taken out of the plan. Save to put it back with what you typed.
  </p>`
  return html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">Somebody else changed this while you had it open</h2>
    <p class="govuk-body">
      Nothing you typed is lost, and nothing of yours is saved yet. The form holds what you typed.
      Saving it writes over what is there now:
    </p>
    ${now.length === 0 ? gone : factList({ facts: now })}
  </div>`
}
