import type { TodayItem, TodaySource } from '#platform/room.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import type { StepReckoning } from '#people/pathway/step-clock.rules.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { kindNames } from './assessment.ts'
import { assessmentDueOn } from './assessment-clock.rules.ts'
import { listWaitingAssessments, type WaitingAssessment } from './waiting.sql.ts'
import { assessors } from './who-assesses.ts'

/** Assessments that carers wait for, each due when the authority's target says. */
export const assessmentsToHold: TodaySource = {
  kind: 'assessment',
  label: 'Assessments',
  may: assessors,
  list: async (tx, { actor, limit }) => {
    const reckoning = await getStepReckoning(tx)
    const { assessments, total } = await listWaitingAssessments(tx, { actor, limit })
    return { items: assessments.map((each) => asItem(each, reckoning)), total }
  },
}

function asItem(waiting: WaitingAssessment, reckoning: StepReckoning): TodayItem {
  const todo = waiting.state === 'begun' ? 'Begun, not completed' : 'Asked for, not begun'
  return {
    dueOn: assessmentDueOn(waiting, reckoning),
    title: `${kindNames[waiting.kind]}: ${nameWithKnownAs(waiting)}`,
    detail: waiting.assessorId === null ? `${todo}; nobody has taken it yet` : todo,
    href: `/assessments/${waiting.id}`,
    kind: 'assessment',
  }
}
