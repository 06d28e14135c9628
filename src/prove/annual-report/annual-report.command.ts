import { parseArgs } from 'node:util'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { Stop } from '#platform/lib/errors.ts'
import type { Command, CommandHouse, Measure } from '#platform/room.ts'
import { type ReportingYear, reportingYear } from '../measures/reporting-year.rules.ts'
import { annualFigures, hasRows, outcomes, type Reported } from './annual-report.ts'
import { breakdown, rowsInWords, sentenceOf, valueInWords } from './figure-words.ts'

const usage = 'report annual --authority CODE --year 2017/18 [--json]'

/** `alongside report annual`: the year's figures, counted from the live rows. */
export function annualReportCommand(measures: readonly Measure[]): Command {
  return {
    name: 'report annual',
    usage,
    about: "The county's annual report: every figure of a year, counted from its rows.",
    run: async (house, words) => {
      const asked = read(words)
      const reported = await figuresOf(house, measures, asked)
      if (asked.json) house.print(JSON.stringify(asJson(asked, reported), null, 2))
      else for (const line of asText(asked, reported)) house.print(line)
      return 0
    },
  }
}

type Asked = {
  readonly authority: (typeof knownAuthorities)[number]
  readonly year: ReportingYear
  readonly json: boolean
}

function read(words: readonly string[]): Asked {
  const given = flags(words)
  if (given.authority === undefined || given.year === undefined)
    throw new Stop(`Say which authority and which year. Usage: alongside ${usage}`, 2)
  const authority = knownAuthorities.find(({ code }) => code === given.authority)
  if (authority === undefined)
    throw new Stop(
      `The authority "${given.authority}" is not known: give an English council's name in lower case, like worcestershire`,
      2,
    )
  const year = reportingYear(given.year)
  if (year === null)
    throw new Stop(`The year "${given.year}" is no financial year: write it like 2017/18`, 2)
  return { authority, year, json: given.json === true }
}

/** parseArgs throws at a flag it does not know; that is wrong usage, told in one line. */
function flags(words: readonly string[]) {
  const options = {
    authority: { type: 'string' },
    year: { type: 'string' },
    json: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...words], options }).values
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/\. |\.?\n|\.$/)
    throw new Stop(`${first}. Usage: alongside ${usage}`, 2)
  }
}

async function figuresOf(
  house: CommandHouse,
  measures: readonly Measure[],
  { authority, year }: Asked,
): Promise<readonly Reported[]> {
  const nothing = new Stop(
    `Nothing is recorded for ${authority.name} in ${year.label}: there are no rows to count`,
  )
  const db = await house.openIfThere()
  if (db === null) throw nothing
  const actor = systemActor({
    authorityId: authority.id,
    authorityCode: authority.code,
    reason: `annual report ${year.label.replace('/', '-')}`,
  })
  return asActor(db, actor, async (tx) => {
    if (!(await hasRows(tx, authority.id, year))) throw nothing
    return annualFigures(tx, measures, { authorityId: authority.id, ...year })
  })
}

function asJson({ authority, year }: Asked, reported: readonly Reported[]) {
  return {
    authority: authority.code,
    year: year.label,
    from: year.from,
    to: year.to,
    measures: reported.map(({ measure: { id, title, definition, source, outcome }, figure }) => ({
      id,
      ...figure,
      title,
      definition,
      source,
      outcome,
    })),
  }
}

function asText({ authority, year }: Asked, reported: readonly Reported[]): string[] {
  const lines = [`${authority.name}: annual report ${year.label}`]
  for (const { id, title } of outcomes) {
    lines.push('', title)
    for (const { measure, figure } of reported.filter((each) => each.measure.outcome === id)) {
      const value = valueInWords(measure.id, figure) ?? 'not recorded'
      lines.push(`  ${measure.title}: ${value} (${rowsInWords(figure)})`)
      if (figure.percent !== undefined) lines.push(`    ${sentenceOf(measure, figure)}`)
      lines.push(...tableInText(measure, figure))
    }
  }
  return lines
}

/** A breakdown with its columns under each other, numbers set right. */
function tableInText(measure: Measure, figure: Reported['figure']): string[] {
  const table = breakdown(measure, figure)
  if (table === null) return []
  const rows = [table.columns.map(({ header }) => header), ...table.rows]
  const widths = table.columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    )
    return `    ${cells.join('  ')}`
  })
}
