import { govukTable } from '#platform/govuk/table.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { type ChangedLine, hasChanges, lineChanges } from './plan-changes.rules.ts'

/** Two numbers of a plan beside each other, line by line: what differs first, then what stayed. */
export function changesTable(
  lines: readonly ChangedLine[],
  numbers: { readonly before: number; readonly after: number },
): Html {
  const differs = lines.filter(({ change }) => change !== 'same')
  const same = lines.filter(({ change }) => change === 'same')
  return html`<p class="govuk-body">
      ${
        hasChanges(lines)
          ? html`<strong>${differs.length}</strong>
              ${differs.length === 1 ? 'line differs' : 'lines differ'}, ${same.length}
              ${same.length === 1 ? 'stays' : 'stay'} as before.`
          : 'Every line is as before.'
      }
    </p>
    ${
      lines.length === 0
        ? nothing
        : scrollable({
            label: 'The plans line by line',
            body: govukTable({
              caption: `Plan ${numbers.after} beside plan ${numbers.before}`,
              captionClasses: 'govuk-visually-hidden',
              classes: 'govuk-table--small-text-until-tablet',
              firstCellIsHeader: true,
              head: [
                { text: 'Part' },
                { text: 'What happened' },
                { text: `Plan ${numbers.before}` },
                { text: `Plan ${numbers.after}` },
              ],
              rows: [...differs, ...same].map(({ part, change, before, after }) => [
                { text: part },
                change === 'same'
                  ? { text: lineChanges[change] }
                  : { html: html`<strong>${lineChanges[change]}</strong>` },
                { html: words(before) },
                { html: words(after) },
              ]),
            }),
          })
    }`
}

const words = (said: string | null): Html =>
  said === null
    ? html`<span class="app-quiet">Not in it</span>`
    : html`<span class="app-words">${said}</span>`
