import { isoDate } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { contacters } from './contacters.ts'
import { listPromisesBy } from './contacts.sql.ts'

/** Calls and other things that the actor promised. */
export const promisedCalls: TodaySource = {
  kind: 'promise',
  label: 'Promises',
  may: contacters,
  list: async (tx, { actor, limit }) => {
    if (actor.accountId === null) return { items: [], total: 0 }
    const { promises, total } = await listPromisesBy(tx, { workerId: actor.accountId, limit })
    const items = promises.map((promise) => ({
      dueOn: isoDate(promise.followUpOn),
      title: `Promised: ${nameWithKnownAs(promise)}`,
      detail: promise.followUp,
      href: `/contacts/${promise.id}`,
      kind: 'promise',
    }))
    return { items, total }
  },
}
