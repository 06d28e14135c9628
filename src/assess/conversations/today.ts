import { workers } from '#platform/access/duties.ts'
import type { TodaySource } from '#platform/room.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { listWaitingCheckIns } from './conversations.sql.ts'

/** Crises to look in on today: one's own, and colleagues' that nobody looked in on in time. */
export const checkInsToday: TodaySource = {
  kind: 'check-in',
  label: 'Look in on a crisis',
  may: workers,
  list: async (tx, { actor, today, limit }) => {
    const { checkIns, total } = await listWaitingCheckIns(tx, { actor, today, limit })
    const items = checkIns.map((waiting) => ({
      dueOn: waiting.checkInOn,
      title: `Look in: ${nameWithKnownAs(waiting)}`,
      detail:
        waiting.accountId === actor.accountId
          ? 'Conversation 2'
          : `Conversation 2; ${waiting.heldBy ?? 'nobody'} was to look in`,
      href: `/conversations/${waiting.id}/check-in`,
      kind: 'check-in',
    }))
    return { items, total }
  },
}
