import { govukButton } from '#platform/govuk/button.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { inWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import { kindWords, type Override } from '../override.ts'
import { isOpen } from '../override.rules.ts'

export const atInWords = (at: string): string => `${inWords(londonDay(at))} at ${timeInWords(at)}`

export function overridesView(overrides: readonly Override[], now: string): PageView {
  const rows = overrides.map((each) => [
    {
      html: html`<a class="govuk-link" href="/overrides/${each.id}"
        >${each.personName}, ${each.personReference}</a
      >`,
    },
    { text: each.accountName },
    { text: atInWords(each.openedAt) },
    { text: kindWords[each.kind] },
    { text: stateOf(each, now) },
  ])
  const head = ['Whose record', 'Opened by', 'When', 'Why', 'Now'].map((text) => ({ text }))
  return {
    title: 'Records opened without agreement',
    wide: true,
    main: html`<h1 class="govuk-heading-l">Records opened without agreement</h1>
      ${
        rows.length === 0
          ? html`<p class="govuk-body">None that you may see.</p>`
          : scrollable({
              label: 'Records opened without agreement',
              body: govukTable({ head, rows }),
            })
      }
      ${govukButton({ text: 'Open a record', href: '/open-a-record', classes: 'govuk-button--secondary' })}`,
  }
}

function stateOf(override: Override, now: string): string {
  const parts = [
    isOpen(override, now) ? 'open' : 'shut',
    override.lookedThroughAt === null ? 'not looked through' : 'looked through',
    ...(override.withheld ? ['kept from the carer'] : []),
  ]
  return parts.join(', ')
}
