import { govukTag } from '#platform/govuk/tag.ts'
import { dayInWords, londonDay } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { states, type ConcernState } from './concern.ts'
import type { ConcernLine } from './safeguarding.sql.ts'

/** Concerns a line each: whom about, how urgent, how far it is. */
export function concernList(concerns: readonly ConcernLine[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">
    ${concerns.map(
      ({ id, aboutName, about, inDanger, state, raisedAt, raisedByName, reference }) =>
        html`<li>
          <a class="govuk-link" href="/safeguarding/${id}"><strong>${aboutName}</strong></a
          >, ${about === 'child' ? 'a child' : 'an adult'}
          ${inDanger ? govukTag({ text: 'In danger', classes: 'govuk-tag--red' }) : nothing}<br />
          ${states[state as ConcernState]}. Raised by ${raisedByName} on
          ${dayInWords(londonDay(raisedAt))}, ${reference}
        </li>`,
    )}
  </ul>`
}
