import { html } from '#platform/lib/html.ts'
import { dayInWords, type IsoInstant, londonDay, timeInWords } from '#platform/lib/dates.ts'
import type { Reply } from '#platform/web/page.ts'

/** Too many tries, with the minute from which it works again: rounded up, so that it is never too early. */
export function tooMany(until: IsoInstant): Reply {
  const minute = Temporal.Instant.from(until)
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    .toString()
  const main = html`<h1 class="govuk-heading-l">Too many tries</h1>
    <p class="govuk-body">
      For safety, you can try again from <strong>${timeInWords(minute)}</strong> on
      ${dayInWords(londonDay(minute))}.
    </p>
    <p class="govuk-body">
      If you were not trying to sign in, you need do nothing: nobody got in.
    </p>`
  return { kind: 'view', view: { title: 'Too many tries', main }, status: 429 }
}
