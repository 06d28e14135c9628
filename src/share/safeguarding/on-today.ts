import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { londonDay } from '#platform/lib/dates.ts'
import type { NavigationEntry, TodaySource } from '#platform/room.ts'
import { states, type ConcernState } from './concern.ts'
import { countConcerns, listConcerns } from './safeguarding.sql.ts'

/** Concerns that the actor reads and that are not closed: each is due on the day it was raised. */
export const concernsToday: TodaySource = {
  kind: 'safeguarding',
  label: 'Safeguarding',
  may: workers,
  list: async (tx, { actor, limit }) => {
    const leads = holds(actor, 'safeguarding_lead')
    const of = { reader: { accountId: actor.accountId, leads }, open: true }
    const concerns = await listConcerns(tx, { ...of, offset: 0, limit })
    const items = concerns.map(({ id, aboutName, inDanger, state, raisedAt }) => ({
      dueOn: londonDay(raisedAt),
      title: `Safeguarding: ${aboutName}`,
      detail: inDanger ? 'In danger' : states[state as ConcernState],
      href: `/safeguarding/${id}`,
      kind: 'safeguarding',
    }))
    return { items, total: await countConcerns(tx, of) }
  },
}

/** The way to raise a concern, from every page of the workspace. */
export const raiseEntry: NavigationEntry = {
  door: 'workspace',
  order: 95,
  text: 'Raise a concern',
  href: '/safeguarding/raise',
  may: workers,
}

/** The concerns, for the lead. */
export const concernsEntry: NavigationEntry = {
  door: 'workspace',
  order: 15,
  text: 'Safeguarding',
  href: '/safeguarding',
  may: ['safeguarding_lead'],
  count: (tx, actor) =>
    countConcerns(tx, { reader: { accountId: actor.accountId, leads: true }, open: true }),
}
