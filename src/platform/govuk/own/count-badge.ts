import { html, nothing, type Html } from '#platform/lib/html.ts'

/**
 * How many, beside a word: a list's length, what waits behind a link. `of` says what is counted to
 * those who hear it ("referrals to triage").
 */
export function countBadge(count: number, of?: string): Html {
  const counted = of ? html`<span class="govuk-visually-hidden"> ${of}</span>` : nothing
  return html`<span class="app-count">${count.toLocaleString('en-GB')}${counted}</span>`
}
