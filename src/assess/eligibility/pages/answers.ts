import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { hiddenVersion, optionalChoice, optionalText, type Field } from '#platform/web/fields.ts'
import { form, freshForm, type Body, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { formOf } from '#assess/assessments/assessment-form.ts'
import { allAnswers } from '#assess/assessments/section-state.ts'
import { listSections } from '#assess/assessments/sections.sql.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Actor } from '#platform/access/actor.ts'
import { updateFamilyFindings } from '../determinations.sql.ts'
import { missingFromFamily } from '../family-decision.rules.ts'
import { familyLaws, type FamilyFindings, type FamilyKind } from '../family-decision.ts'
import { openDecision } from '../opened.ts'
import { answersView } from './answers.view.ts'
import { whereNext } from './decision.ts'
import { backToDecision } from './links.view.ts'

const version = form({ version: hiddenVersion() })

/**
 * The parts of a decision under the Children Act or before an eighteenth birthday, each with its reason
 * and beside what was said in the assessment. Saved even where half-done.
 */
export const answersPage = page({
  path: '/determinations/:id/answers',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await open(tx, actor, params.id)
      const { determination } = opened
      if (determination.state !== 'draft') return see(whereNext(determination))
      return show(viewOf(opened, { state: freshForm(asTyped(determination.familyFindings)) }))
    }),
  post: ({ params, body, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await open(tx, actor, params.id)
      const { determination, kind } = opened
      if (determination.state !== 'draft') return see(whereNext(determination))
      const read = answersForm(kind).read(body)
      if (!read.ok) return showAgain(viewOf(opened, { state: read.error }))
      const familyFindings = found(kind, body)
      const carried = version.read(body)
      const of = { id: determination.id, version: carried.ok ? carried.value.version : 0 }
      const same = isDeepStrictEqual(familyFindings, determination.familyFindings)
      if (!same && !(await updateFamilyFindings(tx, { ...of, familyFindings })))
        return showConflict(
          viewOf(opened, { state: freshForm(body), theirs: determination.familyFindings }),
        )
      const missing = missingFromFamily(kind, familyFindings)
      if (missing.length === 0) return see(whereNext({ ...determination, familyFindings }))
      const saved = same ? determination.version : of.version + 1
      return showAgain(viewOf(opened, { state: { typed: body, faults: missing }, version: saved }))
    }),
})

async function open(tx: Tx, actor: Actor, id: string) {
  const opened = await openDecision(tx, actor, id)
  const { kind } = opened.determination
  const { formVersion } = opened.assessment
  if (kind === 'adult_carer' || formVersion === null) throw new NotFound('decision')
  const answers = allAnswers(await listSections(tx, opened.assessment.id))
  return { ...opened, kind, answers, form: formOf(formVersion) }
}

type Opened = Awaited<ReturnType<typeof open>>

/** Any answer of the law and any reason; what is missing is told by the rule, once it is saved. */
function answersForm(kind: FamilyKind) {
  const fields = familyLaws[kind].questions.flatMap(({ id, answers }) => [
    [id, optionalChoice(answers.map((each) => each.id))] as const,
    [`${id}_reason`, optionalText(4000)] as const,
  ])
  return form(Object.fromEntries(fields) as Record<string, Field<unknown>>)
}

function found(kind: FamilyKind, body: Body): FamilyFindings {
  const said = (name: string) => String(body[name] ?? '').trim()
  return Object.fromEntries(
    familyLaws[kind].questions.map(({ id }) => [
      id,
      {
        ...(said(id) === '' ? {} : { answer: said(id) }),
        ...(said(`${id}_reason`) === '' ? {} : { reason: said(`${id}_reason`) }),
      },
    ]),
  )
}

/** The form as it was filled before. */
function asTyped(findings: FamilyFindings): FormState['typed'] {
  return Object.fromEntries(
    Object.entries(findings).flatMap(([id, { answer, reason }]) => [
      [id, answer ?? ''],
      [`${id}_reason`, reason ?? ''],
    ]),
  )
}

function viewOf(
  opened: Opened,
  with_: { readonly state: FormState; readonly version?: number; readonly theirs?: FamilyFindings },
): PageView {
  return {
    title: `Decision for ${nameWithKnownAs(opened.person)}`,
    before: backToDecision(opened.determination),
    main: answersView({ ...opened, version: opened.determination.version, ...with_ }),
  }
}
