import { isoDate } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { listToAsk } from './reminders.sql.ts'

/** Agreements that run out, where the worker says so because no message may. */
export const agreementsToAsk: TodaySource = {
  kind: 'agreement',
  label: 'Agreements that run out',
  may: caseworkers,
  list: async (tx, { actor, today, limit }) => {
    if (actor.accountId === null) return { items: [], total: 0 }
    const { agreements, total } = await listToAsk(tx, { workerId: actor.accountId, today, limit })
    const items = agreements.map((each) => ({
      dueOn: isoDate(each.until),
      title: `Ask about sharing: ${nameWithKnownAs(each)}`,
      detail: `with ${each.organisation}`,
      href: `/carers/${each.personId}/sharing`,
      kind: 'agreement',
    }))
    return { items, total }
  },
}
