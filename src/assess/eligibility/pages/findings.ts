import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { hiddenVersion } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import {
  page,
  see,
  show,
  showAgain,
  showConflict,
  type Context,
  type PageView,
} from '#platform/web/page.ts'
import { formOf } from '#assess/assessments/assessment-form.ts'
import { allAnswers } from '#assess/assessments/section-state.ts'
import { listSections } from '#assess/assessments/sections.sql.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { updateFindings } from '../determinations.sql.ts'
import type { Findings } from '../eligibility.ts'
import { missingFrom } from '../findings.rules.ts'
import { asTyped, conditionPages, readPage, type ConditionPage } from '../findings-form.ts'
import { openDecision } from '../opened.ts'
import { backToDecision } from './links.view.ts'
import { whereNext } from './decision.ts'
import { findingsView } from './findings.view.ts'

const params = z.object({
  id: idParam,
  condition: z.enum(Object.keys(conditionPages) as [ConditionPage, ...ConditionPage[]]),
})
const version = form({ version: hiddenVersion() })

/** The findings on one condition, beside what the carer said about it. Saved even where half-done. */
export const findingsPage = page({
  path: '/determinations/:id/findings/:condition',
  door: 'workspace',
  may: assessors,
  params,
  get: (context) =>
    context.asActor(async (tx) => {
      const opened = await open(tx, context)
      const { determination } = opened
      if (determination.state !== 'draft') return see(whereNext(determination))
      return show(viewOf(opened, { state: freshForm(asTyped(determination.findings)) }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const opened = await open(tx, context)
      const { determination, condition } = opened
      if (determination.state !== 'draft') return see(whereNext(determination))
      const read = readPage(condition, context.body, determination.findings)
      if (!read.ok) return showAgain(viewOf(opened, { state: read.error }))
      const carried = version.read(context.body)
      const saved = await save(tx, opened, {
        findings: read.value,
        version: carried.ok ? carried.value.version : 0,
      })
      if (saved === 'clash') {
        const state = freshForm(context.body)
        return showConflict(viewOf(opened, { state, theirs: determination.findings }))
      }
      const missing = missingFrom[condition](read.value)
      if (missing.length > 0) {
        const state = { typed: context.body, faults: missing }
        return showAgain(viewOf(opened, { state, version: saved }))
      }
      return see(whereNext({ ...determination, findings: read.value }))
    }),
})

async function open(
  tx: Tx,
  { params: { id, condition }, actor }: Context<z.output<typeof params>>,
) {
  const opened = await openDecision(tx, actor, id)
  const { formVersion } = opened.assessment
  // Under the Children Act and before 18 there is no adults' test, not by its address either.
  if (opened.determination.kind !== 'adult_carer') throw new NotFound('finding')
  if (formVersion === null) throw new NotFound('assessment form')
  const answers = allAnswers(await listSections(tx, opened.assessment.id))
  return { ...opened, condition: conditionPages[condition], answers, form: formOf(formVersion) }
}

type Opened = Awaited<ReturnType<typeof open>>

/** The version that now stands, or that somebody else saved first. The same form twice saves once. */
async function save(
  tx: Tx,
  { determination }: Opened,
  typed: { readonly findings: Findings; readonly version: number },
): Promise<number | 'clash'> {
  const { id } = determination
  if (isDeepStrictEqual(asTyped(typed.findings), asTyped(determination.findings)))
    return determination.version
  return (await updateFindings(tx, { id, ...typed })) ? typed.version + 1 : 'clash'
}

function viewOf(
  opened: Opened,
  with_: { readonly state: FormState; readonly version?: number; readonly theirs?: Findings },
): PageView {
  return {
    title: `Decision for ${nameWithKnownAs(opened.person)}`,
    before: backToDecision(opened.determination),
    main: findingsView({ ...opened, version: opened.determination.version, ...with_ }),
  }
}
