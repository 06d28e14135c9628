import { z } from 'zod'
import { page, see } from '#platform/web/page.ts'
import { Conflict } from '#platform/lib/errors.ts'
import { idParam } from '#people/persons/params.ts'
import { updateActionDone } from '../plan-lines.sql.ts'
import { planners } from '../plan.ts'
import { getPlan } from '../plans.sql.ts'
import { planParams } from '../plan-of.ts'

const done = z.enum(['yes', 'no']).catch('yes')

/** Marks a line of support of the plan that holds as done, or as still to do. */
export const actionDonePage = page({
  path: '/plans/:id/support/:line/done',
  door: 'workspace',
  may: planners,
  params: planParams.extend({ line: idParam }),
  post: ({ params, body, clock, asActor }) =>
    asActor(async (tx) => {
      const plan = await getPlan(tx, params.id)
      if (plan.state !== 'agreed') throw new Conflict('only support of an agreed plan is done')
      const doneOn = done.parse(body['done']) === 'yes' ? clock.today() : null
      await updateActionDone(tx, { id: params.line, planId: plan.id, doneOn })
      return see(`/plans/${plan.id}#support`)
    }),
})
