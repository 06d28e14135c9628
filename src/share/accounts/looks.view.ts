import { html, type Html } from '#platform/lib/html.ts'
import { dayInWords, timeInWords } from '#platform/lib/dates.ts'
import type { Look } from './looks.sql.ts'

/** Who looked, in sentences: the name, where they work, what they saw, when. */
export function lookList(looks: readonly Look[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">
    ${looks.map(
      ({ on, lastAt, reader, organisations, what }) =>
        html`<li>
          <strong>${reader}</strong>${organisations === null ? '' : ` of ${organisations}`} looked
          at your ${inARow(what)} on ${dayInWords(on)} at ${timeInWords(lastAt)}
        </li>`,
    )}
  </ul>`
}

const inARow = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'record') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
