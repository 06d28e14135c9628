import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { formTag, hidden } from '#platform/web/form-view.ts'
import { newId } from '#platform/lib/ids.ts'
import type { SavedFilter } from './saved-filters.sql.ts'

/** The filters that a worker keeps, each one click away, and the way to keep what is shown now. */
export function savedFiltersView(of: {
  readonly saved: readonly SavedFilter[]
  /** The list as it is filtered just now. */
  readonly address: string
  readonly suggested: string
}): Html {
  const { saved, address, suggested } = of
  const isKept = saved.some((filter) => filter.address === address)
  return html`${
    saved.length === 0
      ? nothing
      : html`<ul class="app-filter govuk-!-margin-bottom-2" aria-label="Your saved filters">
          ${saved.map(
            (filter) =>
              html`<li>
                <a
                  class="govuk-link"
                  href="${filter.address}"
                  ${filter.address === address ? html` aria-current="true"` : nothing}
                  >${filter.name}</a
                >
              </li>`,
          )}
          <li><a class="govuk-link" href="/saved-filters">Change saved filters</a></li>
        </ul>`
  }
  ${isKept || !address.includes('?') ? nothing : keep(address, suggested)}`
}

const keep = (address: string, suggested: string): Html =>
  govukDetails({
    summaryText: 'Save this filter',
    html: formTag({
      action: '/saved-filters',
      body: html`${hidden('id', newId())}${hidden('address', address)}
      ${govukInput({
        id: 'name',
        name: 'name',
        label: { text: 'Name of the filter' },
        value: suggested.slice(0, 60),
        classes: 'govuk-!-width-one-half',
      })}
      ${govukButton({ text: 'Save the filter', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    }),
  })
