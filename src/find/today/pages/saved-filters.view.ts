import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import type { SavedFilter } from '../saved-filters.sql.ts'

export function savedFiltersPageView(saved: readonly SavedFilter[], state: FormState): Html {
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Saved filters</h1>
    ${state.faults.length === 0 ? nothing : again(state)}
    ${
      saved.length === 0
        ? html`<p class="govuk-body">
            You keep none yet. Filter <a class="govuk-link" href="/today">today</a>,
            <a class="govuk-link" href="/my-carers">my carers</a> or who waits, and press “Save this
            filter”.
          </p>`
        : html`<ul class="app-lines">
            ${saved.map(line)}
          </ul>`
    }`
}

const line = ({ id, name, address }: SavedFilter): Html =>
  html`<li class="app-lines__line">
    <div class="app-lines__words"><a class="govuk-link" href="${address}">${name}</a></div>
    ${actionButton({
      action: `/saved-filters/${id}/delete`,
      text: `Delete ${name}`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })}
  </li>`

/** What was typed, with what is wrong with it. */
const again = (state: FormState): Html =>
  formTag({
    action: '/saved-filters',
    body: html`${hidden('id', typedIn(state, 'id'))}${hidden('address', typedIn(state, 'address'))}
    ${govukInput({ ...fieldOf(state, 'name'), label: { text: 'Name of the filter' } })}
    ${govukButton({ text: 'Save the filter', preventDoubleClick: true })}`,
  })
