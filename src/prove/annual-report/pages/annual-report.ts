import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import type { Duty } from '#platform/access/duties.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Measure } from '#platform/room.ts'
import { choice, hiddenVersion, text } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import {
  type Context,
  page,
  type Page,
  see,
  show,
  showAgain,
  showConflict,
} from '#platform/web/page.ts'
import {
  inAddress,
  type ReportingYear,
  reportingYear,
} from '../../measures/reporting-year.rules.ts'
import { annualFigures, hasRows, outcomes, recordedYears } from '../annual-report.ts'
import { listCommentary, writeCommentary } from '../commentary.sql.ts'
import { annualReportView, reportsView } from './annual-report.view.ts'

/** Who reads the county's figures; of these, who may write beside them. */
export const readers = [
  'manager',
  'analyst',
  'commissioner',
  'council_practitioner',
  'safeguarding_lead',
] as const satisfies readonly Duty[]
const writers = ['manager', 'analyst'] as const satisfies readonly Duty[]

export const yearParams = z.object({
  year: z.string().transform((label, context) => {
    const year = /^\d{4}-\d{2}$/.test(label) ? reportingYear(label) : null
    if (year !== null) return year
    context.addIssue('no financial year')
    return z.NEVER
  }),
})

/** A year's figures, counted by the house; throws NotFound where the year has no rows. */
export async function countYear(
  { asSystem, actor }: Pick<Context, 'asSystem' | 'actor'>,
  measures: readonly Measure[],
  year: ReportingYear,
) {
  return asSystem('annual report', async (tx) => {
    const reported = await annualFigures(tx, measures, { authorityId: actor.authorityId, ...year })
    if (!hasRows(reported)) throw new NotFound('year')
    return { reported, commentary: await listCommentary(tx, actor.authorityId, year.label) }
  })
}

/** The years for which there is a report. */
export const reportsPage: Page = page({
  path: '/reports',
  door: 'workspace',
  may: readers,
  get: async ({ asSystem, actor }) => {
    const years = await asSystem('years with rows', (tx) => recordedYears(tx, actor.authorityId))
    return show({ title: 'Reports', main: reportsView(years), current: '/reports' })
  },
})

const commentaryForm = form({
  part: choice(
    outcomes.map(({ id }) => id),
    'Choose the part that this is about',
  ),
  words: text('Enter the commentary', 5000),
  version: { ...hiddenVersion(), schema: z.coerce.number<string>().int().min(0) },
})

/** The annual report of one year, with boxes for what people have to say beside the figures. */
export function annualReportPage(measures: readonly Measure[]): Page {
  const view = async (context: Context, year: ReportingYear, state: FormState) => {
    const counted = await countYear(context, measures, year)
    const mayWrite = holds(context.actor, ...writers)
    return {
      title: `Annual report ${year.label}`,
      main: annualReportView({ year, ...counted, mayWrite, state }),
      wide: true,
      current: '/reports',
    }
  }
  return page({
    path: '/reports/annual/:year',
    door: 'workspace',
    may: readers,
    params: yearParams,
    get: async (context) => show(await view(context, context.params.year, freshForm())),
    post: async (context) => {
      const { year } = context.params
      const { actor, asActor, body } = context
      if (!holds(actor, ...writers)) throw new NotFound()
      const read = commentaryForm.read(body)
      if (!read.ok) return showAgain(await view(context, year, read.error))
      const { part, words, version } = read.value
      const about = { id: newId(), authorityId: actor.authorityId, year: year.label, part }
      const written = await asActor((tx) =>
        writeCommentary(
          tx,
          { ...about, words, writtenBy: actor.accountId, writtenByName: actor.displayName },
          version,
        ),
      )
      if (written) return see(`/reports/annual/${inAddress(year)}#commentary-${part}`)
      const state = withFault(
        body,
        'words',
        'Somebody else wrote here while you did. Theirs is shown above your text: join the two, then save again',
      )
      return showConflict(await view(context, year, state))
    },
  })
}
