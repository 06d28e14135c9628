import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, isoDate, londonDay } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { suppressed } from '../practice-list.rules.ts'
import type { PracticeStanding } from '../practice-counts.sql.ts'

type Shown = PracticeStanding & { readonly registered: number }

/** `whole` shows every number; else counts from 1 to 4 are in words. */
export function practicesView(practices: readonly Shown[], whole: boolean): Html {
  const count = (value: number): string =>
    (whole ? value : suppressed(value)).toLocaleString('en-GB')
  const published = practices.flatMap(({ publishedOn }) => publishedOn ?? [])
  const newest = published.toSorted().at(-1)
  return html`<h1 class="govuk-heading-l">GP practices</h1>
    <p class="govuk-body">
      How many carers each practice knows of, by its own published
      count${newest === undefined ? '' : ` (NHS England, up to ${inWords(isoDate(newest))})`}, and
      how many of its patients are on the carers’ register. People whose practice is written
      unclearly on their record count nowhere here.
    </p>
    ${practices.length === 0 ? html`<p class="govuk-body">No register of practices has been loaded.</p>` : tableOf(practices, count)}`
}

function tableOf(practices: readonly Shown[], count: (value: number) => string): Html {
  const rows = practices.map((each) => [
    { text: `${each.name}${each.town === null ? '' : `, ${each.town}`}` },
    { text: each.code, classes: 'app-nowrap' },
    {
      text: each.published === null ? 'Not published' : each.published.toLocaleString('en-GB'),
      format: 'numeric',
    },
    { text: count(each.registered), format: 'numeric' },
    { text: each.flagged === null ? 'Takes no part yet' : count(each.flagged), format: 'numeric' },
    {
      text:
        each.confirmedAt === null ? 'None' : inWords(londonDay(each.confirmedAt.replace(' ', 'T'))),
    },
  ])
  return scrollable({
    label: 'GP practices',
    body: govukTable({
      firstCellIsHeader: true,
      head: [
        { text: 'Practice' },
        { text: 'Code' },
        { text: 'On its own register', format: 'numeric' },
        { text: 'On the carers’ register', format: 'numeric' },
        { text: 'Flagged by agreement', format: 'numeric' },
        { text: 'Last receipt' },
      ],
      rows,
    }),
  })
}
