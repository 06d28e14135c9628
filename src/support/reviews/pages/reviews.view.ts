import { govukPagination } from '#platform/govuk/pagination.ts'
import { govukTable } from '#platform/govuk/table.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { pageLinks } from '../../page-links.ts'
import { reviewStanding } from '#support/diary/review-dates.rules.ts'
import type { ListedReview, ReviewFilter } from '#support/diary/reviews.sql.ts'
import { reviewKinds } from '#support/diary/review.ts'

export type ReviewsModel = {
  readonly reviews: readonly ListedReview[]
  readonly total: number
  readonly today: IsoDate
  readonly filter: ReviewFilter
  readonly page: number
  readonly perPage: number
}

/** The list of reviews, with how many there are and how late each is. */
export function reviewsView(model: ReviewsModel): PageView {
  const { reviews, total, filter } = model
  return {
    title: 'Reviews',
    current: '/reviews',
    wide: true,
    main: html`<h1 class="govuk-heading-l">Reviews</h1>
      ${filters(filter)}
      <p class="govuk-body">
        <strong>${total.toLocaleString('en-GB')}</strong> ${total === 1 ? 'review' : 'reviews'}
        ${said[filter.due]} ${filter.whose === 'mine' ? 'for me' : 'for my team'}.
      </p>
      ${reviews.length === 0 ? nothing : table(model)} ${pages(model)}`,
  }
}

const said = { now: 'due or overdue', overdue: 'overdue', all: 'still to be held' } as const

function filters({ whose, due }: ReviewFilter): Html {
  const link = (to: ReviewFilter, text: string, current: boolean) =>
    html`<li>
      <a
        class="govuk-link"
        href="/reviews?whose=${to.whose}&due=${to.due}"
        ${current ? html` aria-current="true"` : nothing}
        >${text}</a
      >
    </li>`
  return html`<div class="app-timeline-head">
    <ul class="app-filter" aria-label="Whose reviews">
      ${link({ whose: 'mine', due }, 'Mine', whose === 'mine')}
      ${link({ whose: 'team', due }, 'My team’s', whose === 'team')}
    </ul>
    <ul class="app-filter" aria-label="How urgent">
      ${link({ whose, due: 'now' }, 'Due now', due === 'now')}
      ${link({ whose, due: 'overdue' }, 'Overdue', due === 'overdue')}
      ${link({ whose, due: 'all' }, 'All', due === 'all')}
    </ul>
  </div>`
}

function table({ reviews, today }: ReviewsModel): Html {
  return html`<div class="app-scroll" role="region" tabindex="0" aria-label="Reviews">
    ${govukTable({
      caption: 'Reviews, the most overdue first',
      captionClasses: 'govuk-visually-hidden',
      head: [{ text: 'Carer' }, { text: 'Review' }, { text: 'Due' }, { text: 'Who' }],
      rows: reviews.map((review) => {
        const standing = reviewStanding(review, today)
        return [
          {
            html: html`<a class="govuk-link" href="/reviews/${review.id}"
                >${nameWithKnownAs(review)}</a
              >
              <span class="app-quiet">${review.town ?? ''}</span>`,
          },
          { text: reviewKinds[review.kind] },
          {
            html:
              standing.state === 'overdue'
                ? html`<strong class="app-overdue">${standing.words}</strong>`
                : html`${standing.words}`,
          },
          { text: review.reviewerName ?? 'Nobody named yet' },
        ]
      }),
    })}
  </div>`
}

function pages({ total, page, perPage, filter }: ReviewsModel): Html {
  const address = (number: number) =>
    `/reviews?whose=${filter.whose}&due=${filter.due}&page=${number}`
  return total <= perPage ? nothing : govukPagination(pageLinks({ total, page, perPage, address }))
}
