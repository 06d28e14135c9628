import { govukBackLink } from '#platform/govuk/back-link.ts'
import { formatLinks } from '#platform/documents/formats.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { OwnOrganisation } from '../../referrals/comparison.sql.ts'
import type { SpanOfDays } from '../../referrals/sent-referrals.sql.ts'

export const lettersView = (of: {
  readonly organisations: readonly OwnOrganisation[]
  readonly years: readonly SpanOfDays[]
}): Html =>
  html`${govukBackLink({ href: '/referrals/sent', text: 'Back to referrals you sent' })}
    <h1 class="govuk-heading-l">Your yearly letters</h1>
    <p class="govuk-body">
      What became of the carers you referred, in numbers. Practices are also sent theirs each April.
    </p>
    ${of.organisations.map(
      ({ id, name }) =>
        html`<h2 class="govuk-heading-m">${name}</h2>
          <ul class="govuk-list govuk-list--spaced">
            ${of.years.map(
              ({ from, to }) =>
                html`<li>
                  ${inWords(from)} to ${inWords(to)}:
                  ${formatLinks(`/referrals/letters/${id}/${from.slice(0, 4)}`)}
                </li>`,
            )}
          </ul>`,
    )}`
