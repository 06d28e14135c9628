import { addDays } from '#platform/lib/dates.ts'
import type { TodayItem, TodaySource } from '#platform/room.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { kindNames } from './assessment.ts'
import { getAssessSettings } from './settings.sql.ts'
import { listWaitingAssessments, type WaitingAssessment } from './waiting.sql.ts'
import { assessors } from './who-assesses.ts'

/** Assessments that carers wait for, each due when the authority's target says. */
export const assessmentsToHold: TodaySource = {
  kind: 'assessment',
  label: 'Assessments',
  may: assessors,
  list: async (tx, { actor, limit }) => {
    const { targetDays } = await getAssessSettings(tx, actor.authorityId)
    const { assessments, total } = await listWaitingAssessments(tx, { actor, limit })
    return { items: assessments.map((each) => asItem(each, targetDays)), total }
  },
}

function asItem(waiting: WaitingAssessment, targetDays: number): TodayItem {
  const todo = waiting.state === 'begun' ? 'Begun, not completed' : 'Asked for, not begun'
  return {
    dueOn: addDays(waiting.askedOn, targetDays),
    title: `${kindNames[waiting.kind]}: ${nameWithKnownAs(waiting)}`,
    detail: waiting.assessorId === null ? `${todo}; nobody has taken it yet` : todo,
    href: `/assessments/${waiting.id}`,
    kind: 'assessment',
  }
}
