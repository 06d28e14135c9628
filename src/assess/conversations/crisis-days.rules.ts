/**
 * The days of a crisis, one by one: somebody looked in, or nobody did. Practice of the three
 * conversations: stay with it until it is stood down.
 */
import { addDays, type IsoDate } from '#platform/lib/dates.ts'

export type CrisisDay = {
  readonly on: IsoDate
  readonly state: 'looked_in' | 'missed' | 'due' | 'to_come'
}

/** How many days are told of before the day comes. */
const ahead = 2

/** Each day from the first after the talk to the standing down, or to the next days while it goes on. */
export function crisisDays(of: {
  readonly heldOn: IsoDate
  readonly lookedInOn: readonly IsoDate[]
  readonly closedOn: IsoDate | null
  readonly today: IsoDate
}): readonly CrisisDay[] {
  const first = of.lookedInOn.includes(of.heldOn) ? of.heldOn : addDays(of.heldOn, 1)
  const until = of.closedOn ?? addDays(of.today, ahead)
  const days: CrisisDay[] = []
  for (let on = first; on <= until; on = addDays(on, 1)) days.push({ on, state: stateOf(on, of) })
  return days
}

function stateOf(
  on: IsoDate,
  { lookedInOn, closedOn, today }: Parameters<typeof crisisDays>[0],
): CrisisDay['state'] {
  if (lookedInOn.includes(on)) return 'looked_in'
  if (on > today) return 'to_come'
  return on === today && closedOn === null ? 'due' : 'missed'
}
