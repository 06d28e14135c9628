import { govukPanel } from '#platform/govuk/panel.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Way } from '../draft.ts'
import type { Next } from '../what-next.ts'

type Shown = {
  readonly way: Way
  readonly reference: string
  readonly next: Next
  /** Where the receipt went; null where no address was given. */
  readonly email: string | null
  /** Since when the clock of an assessment runs; null where none was asked for. */
  readonly assessmentFrom: IsoDate | null
}

/** The reference, large, and what happens next, when and by whom. */
export function sentView({ way, reference, next, email, assessmentFrom }: Shown): PageView {
  const title = way === 'young' ? 'Thank you. We have it.' : 'Thank you. We have what you told us.'
  return {
    title,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${govukPanel({ titleText: title, html: html`Your reference<br /><strong>${reference}</strong>` })}
        <p class="govuk-body">
          Write it down or take a photo. You can read it out when you ring us.
        </p>
        ${
          email === null
            ? html`<p class="govuk-body app-no-print">You can also print this page.</p>`
            : html`<p class="govuk-body">We also send it to ${email}.</p>`
        }
        <h2 class="govuk-heading-m">What happens next</h2>
        <ol class="govuk-list govuk-list--number govuk-list--spaced">
          <li>${next.who} reads what you told us by ${next.readBy}.</li>
          <li>
            Someone gets in touch, the way you chose, by ${next.reachedBy} at the latest. They tell
            you their name.
          </li>
          <li>You talk about what would help. You decide what happens.</li>
          ${
            assessmentFrom === null
              ? nothing
              : html`<li>
                  You asked for an assessment. Its clock runs from ${inWords(assessmentFrom)}: we
                  count every day from then.
                </li>`
          }
        </ol>
        ${waiting(next)}
        <p class="govuk-body">
          <a class="govuk-link" href="${way === 'young' ? '/young-carers' : '/find-help'}"
            >${way === 'young' ? 'Go to the first page' : 'Find help near you meanwhile'}</a
          >
        </p>
      </div>
    </div>`,
  }
}

function waiting({ telephone }: Next) {
  const ring =
    telephone === null
      ? nothing
      : html`, or ring
          <a class="govuk-link" href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a>`
  return html`<p class="govuk-body">
    Can you not wait? See <a class="govuk-link" href="/help-today">who can help today</a>${ring}.
  </p>`
}
