import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { Conflict } from '#platform/lib/errors.ts'
import { isId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import type { Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import type { PaymentLimits } from '#support/payments/payment-limits.rules.ts'
import { getPaymentLimits } from '#support/payments/payments.sql.ts'
import { getWholePlan } from './plan-lines.sql.ts'
import type { WholePlan } from './plan.ts'

/** The address of a page about one plan, `/plans/:id/…`. */
export const planParams = z.object({ id: idParam })

/** The address of one line of a plan: `new`, or the id of one that is there. */
export const lineParams = planParams.extend({
  line: z.string().refine((line) => line === 'new' || isId(line)),
})

/** A plan, whose it is, and the amounts that the authority allows in it. */
export type PlanOf = {
  readonly whole: WholePlan
  readonly person: Person
  readonly limits: PaymentLimits
}

/** The plan with its carer; throws NotFound. */
export async function getPlanOf(tx: Tx, id: string): Promise<PlanOf> {
  const whole = await getWholePlan(tx, id)
  const person = await getPerson(tx, whole.plan.personId)
  return { whole, person, limits: await getPaymentLimits(tx) }
}

/** The same for a page that shows it: the carer will know who looked. */
export async function readPlanOf(tx: Tx, actor: Actor, id: string): Promise<PlanOf> {
  const of = await getPlanOf(tx, id)
  await noteRead(tx, actor, of.person.id, 'support plan')
  return of
}

/** The plan where it is still being written; throws Conflict once it was agreed or ended. */
export function stillDraft(draft: PlanOf): PlanOf {
  if (draft.whole.plan.state !== 'draft') throw new Conflict('the plan is no longer being written')
  return draft
}
