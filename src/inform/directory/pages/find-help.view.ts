import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { needIds, needs, type Found, type FoundAtPlace } from '../directory.ts'
import { foundItem } from './found-item.view.ts'

export type Way = 'all' | 'young'

/** What a search came to; null before the first one. */
export type Results = {
  /** Where from, in words: "WR5 2NP", "Evesham". */
  readonly from: string
  /** Whether that is a point and not a town or a post district. */
  readonly exact: boolean
  /** Said where the place is not in this county. */
  readonly outside: string | null
  readonly near: readonly FoundAtPlace[]
  readonly total: number
}

type Shown = {
  readonly way: Way
  readonly state: FormState
  readonly results: Results | null
  readonly everywhere: readonly Found[]
  readonly today: IsoDate
}

/** The search and, under it, what there is. The place goes by POST, so that it stands in no address. */
export function findHelpView(of: Shown): PageView {
  const { way, state, results } = of
  const title = way === 'young' ? 'Clubs and people near you' : 'Find help near you'
  return {
    title: results === null ? title : `${title}: ${results.total} near ${results.from}`,
    keptForBack: true,
    before: html`<a class="govuk-back-link" href="${way === 'young' ? '/young-carers' : '/'}"
      >Back</a
    >`,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-xl">${title}</h1>
        ${searchForm(of)} ${results === null ? nothing : nearest(of, results)} ${byTelephone(of)}
      </div>
    </div>`,
  }
}

function searchForm({ way, state }: Shown): Html {
  const anything = { value: '', text: 'Anything' }
  const items = needIds.map((value) => ({ value, text: needs[value] }))
  const need = govukSelect({
    ...choiceOf(state, 'need'),
    id: 'need',
    label: { text: 'What would help?' },
    items: [anything, ...items],
  })
  return formTag({
    body: html`${govukInput({
      ...fieldOf(state, 'where'),
      label: { text: 'Your postcode, or a town or village' },
      hint: { text: 'We use it to put the nearest first. We do not keep it or pass it on.' },
      autocomplete: 'postal-code',
      classes: 'govuk-input--width-20',
      spellcheck: false,
    })}
    ${way === 'young' ? nothing : need} ${govukButton({ text: 'Search' })}`,
  })
}

function nearest({ way, state, today }: Shown, results: Results): Html {
  const { near, total, from, outside } = results
  const heading = total === 0 ? `Nothing found near ${from}` : `${total} near ${from}`
  return html`<h2 class="govuk-heading-l" id="results">${heading}</h2>
    ${outside === null ? nothing : html`<div class="govuk-inset-text">${outside}</div>`}
    ${total === 0 ? nothingNear(way) : nothing}
    ${near.length < total ? html`<p class="govuk-body">The nearest ${near.length} first.</p>` : nothing}
    <ul class="govuk-list app-finds">
      ${near.map((item) => foundItem(item, { today, exact: results.exact }))}
    </ul>
    ${near.length < total ? showAll(state, total) : nothing}`
}

const nothingNear = (way: Way): Html =>
  html`<p class="govuk-body">
    ${way === 'young' ? 'There is no club in our list yet.' : 'Try “Anything” instead of one need.'}
    You can ring someone wherever you live.
  </p>`

function showAll(state: FormState, total: number): Html {
  const kept = Object.entries(state.typed).flatMap(([name, value]) =>
    typeof value === 'string' ? [hidden(name, value)] : [],
  )
  return formTag({
    body: html`${kept} ${hidden('all', 'yes')}
    ${govukButton({ text: `Show all ${total}`, classes: 'govuk-button--secondary' })}`,
  })
}

function byTelephone({ everywhere, today }: Shown): Html {
  if (everywhere.length === 0) return nothing
  return html`<h2 class="govuk-heading-l">By phone or online, wherever you live</h2>
    <ul class="govuk-list app-finds">
      ${everywhere.map((item) => foundItem(item, { today, exact: false }))}
    </ul>`
}
