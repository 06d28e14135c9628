import { dutyNames, type Duty } from '#platform/access/duties.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { dayInWords, timeInWords } from '#platform/lib/dates.ts'
import type { Look } from './looks.sql.ts'

/** Who looked, in sentences: the name, as what they work and where, what they saw, when, what for. */
export function lookList(looks: readonly Look[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">
    ${looks.map(
      (look) =>
        html`<li>
          <strong>${look.reader}${whereFrom(look)}</strong> looked at your ${inARow(look.what)} on
          ${dayInWords(look.on)} at
          ${timeInWords(look.lastAt)}${look.purposes.length === 0 ? nothing : html`, ${inARow(exactly(look.purposes))}`}.
          ${look.byOverride ? html`They opened it without your agreement, because of danger or an emergency.` : nothing}
        </li>`,
    )}
  </ul>`
}

function whereFrom({ duties, organisations }: Look): string {
  const [first] = duties.flatMap((duty) => dutyNames[duty as Duty]?.toLowerCase() ?? [])
  if (organisations === null) return first === undefined ? '' : `, ${first},`
  return first === undefined ? ` of ${organisations}` : `, ${first} at ${organisations},`
}

const inARow = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'record') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** Whoever opened the form and then logged a phone call came for the phone call. */
function exactly(purposes: readonly string[]): readonly string[] {
  const open = 'to log a contact with you'
  const logged = purposes.some((each) => each.startsWith('to log ') && each !== open)
  return logged ? purposes.filter((each) => each !== open) : purposes
}
