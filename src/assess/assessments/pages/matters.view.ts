import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { faultSummary } from '#platform/web/form-view.ts'
import type { FieldFault } from '#platform/web/form.ts'
import { usualPeriods } from '#find/referrals/period.ts'
import type { SpanOfDays } from '#find/referrals/sent-referrals.sql.ts'
import { matterInWords } from '../matters.rules.ts'
import type { MatterCount } from '../matters.sql.ts'

export function mattersView(of: {
  readonly span: SpanOfDays | null
  readonly today: IsoDate
  readonly faults: readonly FieldFault[]
  readonly counts: readonly MatterCount[]
}): Html {
  const { span, counts } = of
  return html`${faultSummary({ typed: {}, faults: [...of.faults] })}
    <h1 class="govuk-heading-l">What came of assessments</h1>
    ${span === null ? '' : html`<p class="govuk-body">Completed from ${inWords(span.from)} to ${inWords(span.to)}.</p>`}
    <ul class="app-filter govuk-!-margin-bottom-5" aria-label="Periods">
      ${usualPeriods(of.today).map(
        ({ from, to, words }) =>
          html`<li><a class="govuk-link" href="?from=${from}&amp;to=${to}">${words}</a></li>`,
      )}
    </ul>
    ${counts.length === 0 ? html`<p class="govuk-body">There is nothing in this period.</p>` : countsTable(counts)}
    <p class="govuk-body">
      <a class="govuk-link" href="/assessment-offers">Offered, declined and not offered</a>
    </p>`
}

function countsTable(counts: readonly MatterCount[]): Html {
  const of = (matter: string) =>
    counts
      .filter((each) => each.matter === matter)
      .reduce((sum, { count }) => sum + Number(count), 0)
  return scrollable({
    label: 'What came of each matter',
    body: govukTable({
      caption: 'What came of each matter',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Matter' },
        { text: 'What came of it' },
        { text: 'Assessments', format: 'numeric' },
        { text: 'Of', format: 'numeric' },
      ],
      rows: counts.map((each) => {
        const words = matterInWords(each)
        return [
          { text: words.matter },
          { text: words.outcome },
          { text: String(each.count), format: 'numeric' },
          { text: String(of(each.matter)), format: 'numeric' },
        ]
      }),
    }),
  })
}
