import { NotFound } from '#platform/lib/errors.ts'
import { knownAuthorities, type District } from '#platform/reference/england.ts'
import type { Measure } from '#platform/room.ts'
import type { Context } from '#platform/web/page.ts'
import type { ReportingYear } from '../measures/reporting-year.rules.ts'
import { annualFigures, figureBefore, hasRows, type Reported } from './annual-report.ts'
import { type Commentary, listCommentary } from './commentary.sql.ts'
import { direction, type Direction } from './direction.rules.ts'
import { unitOf } from './figure-words.ts'
import { figureFor, hasWithheld, type ShownFigure } from './shown-figure.ts'

/** A figure with where it moved since the year before. */
export type ReportedFigure = {
  readonly measure: Measure
  readonly figure: ShownFigure
  readonly direction: Direction | null
}

/** One year's report, as this reader may see it. */
export type Report = {
  readonly authority: string
  readonly districts: readonly District[]
  readonly year: ReportingYear
  /** Whether the year goes on, so that its figures cannot be set beside a whole one. */
  readonly goesOn: boolean
  /** Whether small numbers are withheld from this reader. */
  readonly withheld: boolean
  readonly figures: readonly ReportedFigure[]
  readonly commentary: ReadonlyMap<string, Commentary>
}

/** Reads a year's report, counted by the house; throws NotFound where the year has no rows. */
export async function readReport(
  { asSystem, actor, clock }: Pick<Context, 'asSystem' | 'actor' | 'clock'>,
  measures: readonly Measure[],
  year: ReportingYear,
): Promise<Report> {
  const { authorityId } = actor
  const of = { authorityId, ...year }
  const goesOn = clock.today() <= year.to
  const home = knownAuthorities.find(({ id }) => id === authorityId)
  return asSystem('annual report', async (tx) => {
    if (!(await hasRows(tx, authorityId, year))) throw new NotFound('year')
    const figures: ReportedFigure[] = []
    for (const { measure, figure } of await annualFigures(tx, measures, of)) {
      const before = goesOn || !moves(figure) ? null : await figureBefore(tx, measure, of)
      figures.push({
        measure,
        figure: figureFor(actor, figure),
        direction: direction(unitOf(measure.id), figure.value, before),
      })
    }
    return {
      authority: home?.name ?? actor.authorityCode,
      districts: home?.districts ?? [],
      year,
      goesOn,
      withheld: figures.some(({ figure }) => hasWithheld(figure)),
      figures,
      commentary: await listCommentary(tx, authorityId, year.label),
    }
  })
}

/** A breakdown repeats a figure that stands beside it and has already said where it moved. */
function moves({ by_district, table }: Reported['figure']): boolean {
  return by_district === undefined && table === undefined
}
