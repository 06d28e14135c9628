import { londonDay } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { deciders } from './deciders.ts'
import { countOpenPairs, listOpenPairs } from './pairs.sql.ts'

export const duplicatesToDecide: TodaySource = {
  kind: 'duplicate',
  label: 'Duplicates to decide',
  may: deciders,
  list: async (tx, { actor: { authorityId }, limit }) => {
    const pairs = await listOpenPairs(tx, { authorityId, offset: 0, limit })
    return {
      total: await countOpenPairs(tx, authorityId),
      items: pairs.map(({ id, name, otherName, foundAt }) => ({
        dueOn: londonDay(foundAt),
        title: name === otherName ? `${name}, twice?` : `${name} and ${otherName}: one person?`,
        href: `/duplicates/${id}`,
        kind: 'duplicate',
      })),
    }
  },
}
