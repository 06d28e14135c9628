import type { SeriesChart } from '#platform/charts/chart.ts'
import { inWords } from '#platform/lib/dates.ts'
import type { Instrument } from './instrument.ts'
import type { Reading } from './instruments.sql.ts'
import { measureName, scoreWords } from './words.ts'

/**
 * Scores through time, oldest first: a line for each scale that has bands, and the table with every
 * scale. A score that is incomplete is words in the table and a gap in the line.
 */
export function overTime(instrument: Instrument, readings: readonly Reading[]): SeriesChart {
  const lines = instrument.scales.filter(({ bands }) => bands.length > 0)
  const scored = (reading: Reading, scale: string) =>
    reading.scores.find((each) => each.scale === scale)
  return {
    kind: 'line',
    title: `${measureName(instrument)}, through time`,
    by: 'Day',
    categories: readings.map(({ heldOn }) => inWords(heldOn)),
    series: lines.map(({ id, label }) => ({
      name: label,
      values: readings.map((reading) => scored(reading, id)?.score ?? 'incomplete'),
    })),
    table: {
      caption: `${measureName(instrument)}: every score`,
      columns: [{ header: 'Day' }, ...instrument.scales.map(({ label }) => ({ header: label }))],
      rows: readings.map((reading) => [
        inWords(reading.heldOn),
        ...instrument.scales.map(({ id }) => {
          const found = scored(reading, id)
          return found === undefined ? 'Not recorded' : scoreWords(found)
        }),
      ]),
    },
  }
}
