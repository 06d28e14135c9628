import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import { stepClock, type StepReckoning } from '#people/pathway/step-clock.rules.ts'
import { fullName } from '#people/persons/person.ts'
import { planners } from './plan.ts'
import { listWaitingPlans, type WaitingPlan } from './plans.sql.ts'

/** The worker's drafts to be agreed, and agreed plans that have not gone out. */
export const plansWaiting: TodaySource = {
  kind: 'plan',
  label: 'Support plans',
  may: planners,
  list: async (tx, { actor, today, limit }) => {
    const { plans, total } = await listWaitingPlans(tx, { actor, limit })
    const reckoning = await getStepReckoning(tx)
    return { items: plans.map((plan) => itemOf(plan, today, reckoning)), total }
  },
}

function itemOf(plan: WaitingPlan, today: IsoDate, reckoning: StepReckoning) {
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
  const { kind, sinceOn } = plan
  const startedOn = isoDate(plan.startedOn)
  const waited = { kind, step: 'planned', sinceOn, promisedOn: null }
  return {
    kind: 'plan',
    dueOn: stepClock(waited, today, reckoning)?.dueOn ?? startedOn,
    title: `Agree the plan: ${name}`,
    detail: `begun on ${inWords(startedOn)}`,
    href: `/plans/${plan.id}`,
  }
}
