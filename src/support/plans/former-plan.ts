import type { Tx } from '#platform/db/database.ts'
import { getWholePlan } from './plan-lines.sql.ts'
import type { Plan, WholePlan } from './plan.ts'
import { listPlansOf } from './plans.sql.ts'

/** The number of a plan that this one goes on from; null for a first one. */
export async function findFormerPlan(tx: Tx, plan: Plan): Promise<WholePlan | null> {
  return findNumber(tx, plan, (number) => number < plan.number)
}

/** The number that went on from this one, as far as the actor may read it; null where there is none. */
export async function findNextPlan(tx: Tx, plan: Plan): Promise<WholePlan | null> {
  return findNumber(tx, plan, (number) => number === plan.number + 1)
}

async function findNumber(
  tx: Tx,
  { personId, reference }: Plan,
  wanted: (number: number) => boolean,
): Promise<WholePlan | null> {
  const numbers = (await listPlansOf(tx, personId))
    // A draft that was given up never held, so nothing goes on from it.
    .filter((one) => one.reference === reference && wanted(one.number))
    .filter(({ state, agreedOn }) => state === 'draft' || agreedOn !== null)
  const nearest = numbers.toSorted((one, other) => other.number - one.number)[0]
  return nearest === undefined ? null : getWholePlan(tx, nearest.id)
}
