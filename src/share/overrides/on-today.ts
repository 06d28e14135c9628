import { holds } from '#platform/access/actor.ts'
import { addDays, londonDay } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { listToLookAt } from './overrides.sql.ts'

/** Records that were opened without agreement, for a manager to look through within two days. */
export const overridesToLookAt: TodaySource = {
  kind: 'override',
  label: 'Records opened without agreement',
  may: ['manager', 'safeguarding_lead'],
  list: async (tx, { actor, today, limit }) => {
    const { accountId } = actor
    if (accountId === null) return { items: [], total: 0 }
    const lead = holds(actor, 'safeguarding_lead')
    const { overrides, total } = await listToLookAt(tx, { accountId, today, lead, limit })
    const items = overrides.map((each) => ({
      dueOn: addDays(londonDay(each.openedAt), 2),
      title: `Opened without agreement: ${each.personName}`,
      detail:
        each.lookedThroughAt === null
          ? `by ${each.accountName}`
          : 'kept from the carer: decide again',
      href: `/overrides/${each.id}`,
      kind: 'override',
    }))
    return { items, total }
  },
}
