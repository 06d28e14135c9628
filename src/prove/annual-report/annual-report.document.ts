import type { Block, Document, Figure as PrintedFigure } from '#platform/documents/document.ts'
import { type IsoDate, inWords } from '#platform/lib/dates.ts'
import type { ReportingYear } from '../measures/reporting-year.rules.ts'
import { outcomes, type Reported } from './annual-report.ts'
import type { Commentary } from './commentary.sql.ts'
import { breakdown, rowsInWords, shareInWords, valueInWords } from './figure-words.ts'

type Printed = {
  readonly authority: string
  readonly year: ReportingYear
  readonly reported: readonly Reported[]
  readonly commentary: ReadonlyMap<string, Commentary>
  readonly today: IsoDate
}

/** The year's report as a councillor reads it on paper. */
export function annualReportDocument({
  authority,
  year,
  reported,
  commentary,
  today,
}: Printed): Document {
  return {
    kind: 'report',
    language: 'en-GB',
    title: `Carers in ${authority}: annual report ${year.label}`,
    subtitle: `${inWords(year.from)} to ${inWords(year.to)}`,
    authority,
    sender: { name: `${authority} carers' partnership`, address: [] },
    date: today,
    body: [
      {
        block: 'paragraph',
        text: 'Every figure here is counted from the carers’ record as it stood on the day of printing. The definition of each stands at the end.',
      },
      ...outcomes.flatMap((outcome) => part(outcome, reported, commentary)),
      { block: 'heading', level: 2, text: 'What each figure counts' },
      {
        block: 'facts',
        facts: reported.map(({ measure }) => ({
          term: measure.title,
          description: measure.definition,
        })),
      },
    ],
  }
}

function part(
  outcome: (typeof outcomes)[number],
  reported: readonly Reported[],
  commentary: ReadonlyMap<string, Commentary>,
): Block[] {
  const mine = reported.filter(({ measure }) => measure.outcome === outcome.id)
  const words = commentary.get(outcome.id)?.words
  return [
    { block: 'heading', level: 2, text: outcome.title },
    { block: 'paragraph', text: outcome.sentence },
    { block: 'figures', figures: mine.map(printed) },
    ...mine.flatMap(tables),
    ...(words === undefined
      ? []
      : [{ block: 'callout', title: 'Commentary', text: words.split(/\n{2,}/) } satisfies Block]),
  ]
}

function printed({ measure, figure }: Reported): PrintedFigure {
  const share = shareInWords(figure)
  return {
    value: valueInWords(measure.id, figure) ?? 'Not recorded',
    label: measure.title,
    source: rowsInWords(figure),
    ...(share === undefined ? {} : { comparison: share }),
  }
}

function tables({ measure, figure }: Reported): Block[] {
  const table = breakdown(figure)
  if (table === null || table.rows.length === 0) return []
  const columns = table.columns.map((header, at) => ({ header, numeric: at > 0 }))
  return [{ block: 'table', caption: measure.title, columns, rows: table.rows }]
}
