import { addDays, inWords, isoDate } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { fullName } from '#people/persons/person.ts'
import { planners } from './plan.ts'
import { listWaitingPlans, type WaitingPlan } from './plans.sql.ts'

/** How long a draft may wait before it shows as late; the law says only "reasonable". */
const daysToAgree = 28

/** The worker's drafts to be agreed, and agreed plans that have not gone out. */
export const plansWaiting: TodaySource = {
  kind: 'plan',
  label: 'Support plans',
  may: planners,
  list: async (tx, { actor, limit }) => {
    const { plans, total } = await listWaitingPlans(tx, { actor, limit })
    return { items: plans.map(itemOf), total }
  },
}

function itemOf(plan: WaitingPlan) {
  const name = fullName(plan)
  if (plan.state === 'agreed') {
    const dueOn = isoDate(plan.agreedOn ?? plan.startedOn)
    const detail = `agreed on ${inWords(dueOn)}, not sent yet`
    return {
      kind: 'plan',
      dueOn,
      detail,
      title: `Send the plan: ${name}`,
      href: `/plans/${plan.id}/send`,
    }
  }
  const startedOn = isoDate(plan.startedOn)
  return {
    kind: 'plan',
    dueOn: addDays(startedOn, daysToAgree),
    title: `Agree the plan: ${name}`,
    detail: `begun on ${inWords(startedOn)}`,
    href: `/plans/${plan.id}`,
  }
}
