import { workers } from '#platform/access/duties.ts'
import { dayInWords, type IsoDate } from '#platform/lib/dates.ts'
import type { TodaySource } from '#platform/room.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { listActionsDue } from './actions.sql.ts'
import { listWaitingCheckIns, type WaitingCheckIn } from './conversations.sql.ts'

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
      detail: checkInDetail(waiting, { mine: waiting.accountId === actor.accountId, today }),
      href: `/conversations/${waiting.id}/check-in`,
      kind: 'check-in',
    }))
    return { items, total }
  },
}

/** A missed day is said as such, to whoever sees it. */
function checkInDetail(
  { checkInOn, heldBy }: WaitingCheckIn,
  of: { readonly mine: boolean; readonly today: IsoDate },
): string {
  const missed = checkInOn < of.today ? `Missed on ${dayInWords(checkInOn)}. ` : ''
  const who = of.mine ? 'Conversation 2' : `Conversation 2; ${heldBy ?? 'nobody'} was to look in`
  return `${missed}${who}`
}

/** What one said one would do for a carer, by the day that was agreed. */
export const agreedToday: TodaySource = {
  kind: 'agreed',
  label: 'Agreed with carers',
  may: workers,
  list: async (tx, { actor, limit }) => {
    if (actor.accountId === null) return { items: [], total: 0 }
    const { actions, total } = await listActionsDue(tx, { actor, limit })
    const items = actions.map((action) => ({
      dueOn: action.dueOn,
      title: `Agreed: ${nameWithKnownAs(action)}`,
      detail: action.what,
      href: `/agreed/${action.id}`,
      kind: 'agreed',
    }))
    return { items, total }
  },
}
