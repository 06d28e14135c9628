import { isoDate } from '#platform/lib/dates.ts'
import { inWords } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { listToClose, type ToClose } from './left-open.sql.ts'

/** The worker's people who died or whose caring ended, with whom something is still open. */
export const toClose: TodaySource = {
  kind: 'close_with_care',
  label: 'To close with care',
  may: caseworkers,
  list: async (tx, { actor, limit }) => {
    if (actor.accountId === null) return { items: [], total: 0 }
    const { people, total } = await listToClose(tx, { accountId: actor.accountId, limit })
    return { total, items: people.map(itemOf) }
  },
}

const itemOf = ({ personId, name, diedOn, since, open }: ToClose) => ({
  dueOn: isoDate(since),
  title: `${name}: ${diedOn === null ? 'caring is over' : `died on ${inWords(isoDate(diedOn))}`}`,
  detail: open === 1 ? 'One thing is still open' : `${open} things are still open`,
  href: `/carers/${personId}/still-open`,
  kind: 'close_with_care',
})
