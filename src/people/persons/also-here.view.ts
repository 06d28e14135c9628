import { timeInWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { AlsoHere } from './open-records.sql.ts'

/** `Sam Okafor has this record open too, since 2:30pm.` Empty where nobody has. */
export function alsoHereWords(others: readonly AlsoHere[]): string {
  const named = others.map(({ name, since }) => `${name} since ${timeInWords(since)}`)
  const [only] = others
  if (only === undefined) return ''
  if (others.length === 1) {
    return `${only.name} has this record open too, since ${timeInWords(only.since)}.`
  }
  const list = `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
  return `Others have this record open too: ${list}.`
}

/** Says who else has the record open; with script it is asked again each minute, and told quietly. */
export function alsoHereView(personId: string, others: readonly AlsoHere[]): Html {
  const href = `/carers/${personId}/also-here`
  const said = alsoHereWords(others)
  return html`<p class="app-also-here" role="status" data-also-here="${href}">${said}</p>`
}
