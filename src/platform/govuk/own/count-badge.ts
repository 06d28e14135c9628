import { html, nothing, type Html } from '#platform/lib/html.ts'

/**
 * How many, beside a word: a list's length, what waits behind a link. `of` says what is counted to
 * those who hear it ("referrals to triage").
 */
export const countBadge = (count: number, of?: string): Html =>
  html`<span class="app-count"
    >${count.toLocaleString('en-GB')}${of ? html`<span class="govuk-visually-hidden"> ${of}</span>` : nothing}</span
  >`
