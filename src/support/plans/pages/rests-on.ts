import { z } from 'zod'
import { BadRequest, Conflict } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { page, see } from '#platform/web/page.ts'
import { listBases } from '../plan-basis.sql.ts'
import { insertNeed } from '../plan-lines.sql.ts'
import { planners } from '../plan.ts'
import { updateDraft } from '../plans.sql.ts'
import { needsFrom } from '../start-plan.ts'
import { getPlanOf, stillDraft, planParams } from '../plan-of.ts'

const sent = z.object({ assessment: z.uuid(), version: z.coerce.number().int() })

/** Rests a draft that was begun before the assessment on one that is completed now; its needs come along. */
export const restsOnPage = page({
  path: '/plans/:id/rests-on',
  door: 'workspace',
  may: planners,
  params: planParams,
  post: ({ params, body, asActor }) =>
    asActor(async (tx) => {
      const { whole } = stillDraft(await getPlanOf(tx, params.id))
      const chosen = sent.safeParse(body)
      const bases = await listBases(tx, whole.plan.personId)
      const basis = bases.find(({ assessmentId }) => assessmentId === chosen.data?.assessment)
      if (!chosen.success || basis === undefined)
        throw new BadRequest('no assessment of this carer')
      const { id, adviceReduce, advicePrevent, assessmentId: before } = whole.plan
      if (before === basis.assessmentId) return see(`/plans/${id}`)
      const changed = await updateDraft(
        tx,
        { id, version: chosen.data.version },
        {
          assessmentId: basis.assessmentId,
          determinationId: basis.determinationId,
          adviceReduce: adviceReduce ?? basis.adviceReduce,
          advicePrevent: advicePrevent ?? basis.advicePrevent,
        },
      )
      if (!changed) throw new Conflict('the draft was changed')
      const known = new Set(whole.needs.map(({ outcomeId }) => outcomeId))
      for (const need of needsFrom(basis)) {
        if (!known.has(need.outcomeId)) await insertNeed(tx, whole.plan, { id: newId(), ...need })
      }
      return see(`/plans/${id}`)
    }),
})
