import { govukButton } from '#platform/govuk/button.ts'
import { govukPagination } from '#platform/govuk/pagination.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { concernList } from '../concern-list.view.ts'
import type { ConcernLine } from '../safeguarding.sql.ts'

export function concernsView(of: {
  readonly concerns: readonly ConcernLine[]
  readonly raised: readonly ConcernLine[]
  readonly open: boolean
  readonly total: number
  readonly page: number
  readonly atOnce: number
}): Html {
  const { concerns, raised, open, total, page, atOnce } = of
  const which = open ? 'open' : 'closed'
  const at = (number: number) => `/safeguarding?show=${which}&page=${number}`
  return html`<h1 class="govuk-heading-l">Safeguarding concerns</h1>
    ${govukButton({ text: 'Raise a concern', href: '/safeguarding/raise' })}
    <h2 class="govuk-heading-m">For you to read: ${total} ${which}</h2>
    <p class="govuk-body">
      ${
        open
          ? html`<a class="govuk-link" href="/safeguarding?show=closed">Show closed ones</a>`
          : html`<a class="govuk-link" href="/safeguarding">Show open ones</a>`
      }
    </p>
    ${
      concerns.length === 0
        ? html`<p class="govuk-body">There is nothing ${which} that you may read.</p>`
        : concernList(concerns)
    }
    ${
      total > atOnce
        ? govukPagination({
            ...(page > 1 ? { previous: { href: at(page - 1) } } : {}),
            ...(page * atOnce < total ? { next: { href: at(page + 1) } } : {}),
          })
        : nothing
    }
    ${
      raised.length === 0
        ? nothing
        : html`<h2 class="govuk-heading-m">Raised by you</h2>
            ${concernList(raised)}`
    }`
}
