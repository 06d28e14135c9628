import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { hiddenId } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { page, see, show } from '#platform/web/page.ts'
import type { Assessment } from '#assess/assessments/assessment.ts'
import { getAssessment } from '#assess/assessments/assessments.sql.ts'
import { assessmentReaders, assessors } from '#assess/assessments/who-assesses.ts'
import type { Determination } from '../determination.ts'
import { insertDraft, listDeterminations } from '../determinations.sql.ts'
import { nextCondition } from '../findings.rules.ts'
import { pageOf } from '../findings-form.ts'
import { missingFromFamily } from '../family-decision.rules.ts'
import { rulesFor } from '../law.ts'
import { decisionView } from './decision.view.ts'
import { backToAssessment } from './links.view.ts'

const begun = form({ id: hiddenId() })

/** The decisions made on an assessment, each kept as it was, and the way to the next. */
export const decisionPage = page({
  path: '/assessments/:id/decision',
  door: 'workspace',
  may: assessmentReaders,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const assessment = await getDecidable(tx, params.id)
      const person = await getPerson(tx, assessment.personId)
      await noteRead(tx, actor, person.id, 'eligibility decision')
      return show({
        title: `Decision for ${nameWithKnownAs(person)}`,
        before: backToAssessment(assessment.id),
        main: decisionView({
          assessment,
          person,
          determinations: await listDeterminations(tx, assessment.id),
          newId: newId(),
          mayDecide: holds(actor, ...assessors),
        }),
      })
    }),
  post: ({ params, body, asActor, actor }) =>
    asActor(async (tx) => {
      const assessment = await getDecidable(tx, params.id)
      const read = begun.read(body)
      if (!read.ok || !holds(actor, ...assessors) || assessment.state !== 'completed')
        return see(`/assessments/${assessment.id}/decision`)
      const before = await listDeterminations(tx, assessment.id)
      await insertDraft(tx, {
        authorityId: actor.authorityId,
        id: read.value.id,
        assessmentId: assessment.id,
        personId: assessment.personId,
        organisationId: assessment.organisationId,
        kind: assessment.kind,
        rulesVersion: rulesFor(assessment.kind).version,
        // A new decision starts from what was found before: nothing is asked twice.
        findings: before[0]?.findings ?? {},
        familyFindings: before[0]?.familyFindings ?? {},
        ...goingOn(before[0]),
      })
      const [latest] = await listDeterminations(tx, assessment.id)
      return see(
        latest === undefined ? `/assessments/${assessment.id}/decision` : whereNext(latest),
      )
    }),
})

/** What the council returned is proposed anew for the same second look, by the same others. */
function goingOn(before: Determination | undefined) {
  if (before?.state !== 'returned' || before.secondLookId === null) return {}
  return { secondLookId: before.secondLookId, notBy: before.notBy }
}

/** Only on an assessment that was held here; each kind is decided by the law of its own. */
async function getDecidable(tx: Tx, id: string): Promise<Assessment> {
  const assessment = await getAssessment(tx, id)
  if (assessment.formVersion === null) throw new NotFound('decision')
  return assessment
}

/** The page on which a determination is gone on with. */
export function whereNext(determination: Determination): string {
  const { id, state, kind, findings, familyFindings } = determination
  if (state !== 'draft') return `/determinations/${id}`
  if (kind !== 'adult_carer') {
    const missing = missingFromFamily(kind, familyFindings)
    return `/determinations/${id}/${missing.length > 0 ? 'answers' : 'decide'}`
  }
  const condition = nextCondition(findings)
  if (condition === null) return `/determinations/${id}/decide`
  return `/determinations/${id}/findings/${pageOf(condition)}`
}
