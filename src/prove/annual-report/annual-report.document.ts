import type { Block, Document, Figure as PrintedFigure } from '#platform/documents/document.ts'
import { type IsoDate, inWords, londonDay } from '#platform/lib/dates.ts'
import { outcomes } from './annual-report.ts'
import { chartOf } from './figure-chart.ts'
import { rowsInWords, sentenceOf, valueInWords } from './figure-words.ts'
import type { Report, ReportedFigure } from './read-report.ts'
import { goesOnWords, withheldWords } from './report-words.ts'

/** The year's report as a councillor reads it on paper. */
export async function annualReportDocument(report: Report, today: IsoDate): Promise<Document> {
  const { authority, year } = report
  const parts = await Promise.all(outcomes.map((outcome) => part(outcome, report)))
  return {
    kind: 'report',
    language: 'en-GB',
    title: `Carers in ${authority}: annual report ${year.label}`,
    subtitle: `${inWords(year.from)} to ${inWords(year.to)}`,
    authority,
    sender: { name: `${authority} carers’ partnership`, address: [] },
    date: today,
    body: [
      {
        block: 'paragraph',
        text: 'Every figure here is counted from the carers’ record as it stood on the day of printing. What each figure counts stands at the end.',
      },
      ...(report.goesOn ? [paragraph(goesOnWords)] : []),
      ...(report.withheld ? [paragraph(withheldWords)] : []),
      ...parts.flat(),
      { block: 'heading', level: 2, text: 'What each figure counts' },
      {
        block: 'facts',
        facts: report.figures.map(({ measure }) => ({
          term: measure.title,
          description: measure.definition,
        })),
      },
    ],
  }
}

const paragraph = (text: string): Block => ({ block: 'paragraph', text })

async function part(outcome: (typeof outcomes)[number], report: Report): Promise<Block[]> {
  const mine = report.figures.filter(({ measure }) => measure.outcome === outcome.id)
  const charts = await Promise.all(
    mine.map(({ measure, figure }) => chartOf(measure, figure, report.districts)),
  )
  return [
    { block: 'heading', level: 2, text: outcome.title },
    paragraph(outcome.sentence),
    { block: 'figures', figures: mine.map(printed) },
    ...charts.flatMap((chart): Block[] => (chart === null ? [] : [{ block: 'chart', chart }])),
    ...commentaryOf(outcome.id, report),
  ]
}

function printed({ measure, figure, direction }: ReportedFigure): PrintedFigure {
  const comparison = [
    direction === null ? '' : sentence(direction.words),
    sentenceOf(measure, figure),
  ]
    .filter(Boolean)
    .join(' ')
  return {
    value: valueInWords(measure.id, figure) ?? 'Not recorded',
    label: measure.title,
    source: rowsInWords(figure),
    ...(comparison === '' ? {} : { comparison }),
  }
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function commentaryOf(part: string, { commentary }: Report): Block[] {
  const written = commentary.get(part)
  if (written === undefined) return []
  const by = `${written.writtenByName}, ${inWords(londonDay(written.writtenAt))}`
  return [{ block: 'callout', title: 'Commentary', text: [...written.words.split(/\n{2,}/), by] }]
}
