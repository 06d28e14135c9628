import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import type { Duty } from '#platform/access/duties.ts'
import { Forbidden, NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Measure } from '#platform/room.ts'
import { choice, hiddenVersion, text } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import {
  type Context,
  page,
  type Page,
  type PageView,
  type Reply,
  see,
  show,
  showAgain,
  showConflict,
  showMissing,
} from '#platform/web/page.ts'
import {
  inAddress,
  type ReportingYear,
  reportingYear,
} from '../../measures/reporting-year.rules.ts'
import { hasRows, outcomes, recordedYears } from '../annual-report.ts'
import { readReport } from '../read-report.ts'
import { writeCommentary } from '../write-commentary.ts'
import { annualReportView, noReportView, reportsView } from './annual-report.view.ts'

/** Who reads the county's figures; of these, who may write beside them. */
export const readers = [
  'manager',
  'analyst',
  'commissioner',
  'council_practitioner',
  'safeguarding_lead',
] as const satisfies readonly Duty[]
const writers = ['manager', 'analyst'] as const satisfies readonly Duty[]

const yearIn = (label: string): ReportingYear | null =>
  /^\d{4}-\d{2}$/.test(label) ? reportingYear(label) : null

export const yearParams = z.object({
  year: z.string().transform((label, context) => {
    const year = yearIn(label)
    if (year !== null) return year
    context.addIssue('no financial year')
    return z.NEVER
  }),
})

/** The years for which there is a report. */
export const reportsPage: Page = page({
  path: '/reports',
  door: 'workspace',
  may: readers,
  get: async ({ asSystem, actor, clock }) => {
    const years = await asSystem('years with rows', (tx) =>
      recordedYears(tx, actor.authorityId, clock.today()),
    )
    return show({
      title: 'Reports',
      main: reportsView(years, clock.today()),
      current: '/reports',
    })
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
  const view = async (
    context: Context,
    year: ReportingYear,
    state: FormState,
  ): Promise<PageView> => ({
    title: `Annual report ${year.label}`,
    main: await annualReportView({
      report: await readReport(context, measures, year),
      mayWrite: holds(context.actor, ...writers),
      state,
    }),
    wide: true,
    current: '/reports',
  })
  return page({
    path: '/reports/annual/:year',
    door: 'workspace',
    may: readers,
    params: z.object({ year: z.string() }),
    get: async (context) => {
      const year = await reportedYear(context)
      return year === null ? noReport(context) : show(await view(context, year, freshForm()))
    },
    post: async (context) => {
      const { actor, asActor, body } = context
      if (!holds(actor, ...writers)) throw new Forbidden('Not among those who write commentary')
      const reported = await reportedYear(context)
      if (reported === null) throw new NotFound('year')
      const { label: year } = reported
      const read = commentaryForm.read(body)
      if (!read.ok) return showAgain(await view(context, reported, read.error))
      const { part, version } = read.value
      const words = read.value.words.replaceAll('\r\n', '\n')
      const by = { writtenBy: actor.accountId, writtenByName: actor.displayName }
      const about = { id: newId(), authorityId: actor.authorityId, year, part, words, ...by }
      if (await asActor((tx) => writeCommentary(tx, about, version)))
        return see(`/reports/annual/${inAddress(reported)}#commentary-${part}`)
      const both = await view(context, reported, withFault(body, 'words', conflict))
      return showConflict({ ...both, hasErrors: true })
    },
  })
}

type Asked = Context<{ readonly year: string }>

/** The year in the address, or null where it is none or has no rows. */
async function reportedYear({ params, asSystem, actor }: Asked): Promise<ReportingYear | null> {
  const year = yearIn(params.year)
  if (year === null) return null
  const known = await asSystem('annual report', (tx) => hasRows(tx, actor.authorityId, year))
  return known ? year : null
}

/** Says that there is no such report, and which there are. */
async function noReport({ params, asSystem, actor, clock }: Asked): Promise<Reply> {
  const today = clock.today()
  const years = await asSystem('years with rows', (tx) =>
    recordedYears(tx, actor.authorityId, today),
  )
  const asked = yearIn(params.year)?.label ?? params.year
  return showMissing({
    title: 'No such annual report',
    main: noReportView(asked, years, today),
    current: '/reports',
  })
}

const conflict =
  'Somebody else wrote here while you did. Theirs is shown above your text: join the two, then save again'
