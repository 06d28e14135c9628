/**
 * The short clock of a conversation about a crisis: somebody looks in every day until it is stood
 * down. Practice of the three conversations, not law; Care Act 2014 s.10 stands beside it, so a
 * crisis never puts off an assessment that was asked for.
 */
import { addDays, daysBetween, type IsoDate } from '#platform/lib/dates.ts'

/** The next day to look in: the day after the last time, weekends too, because a crisis has none. */
export function nextCheckIn(lastOn: IsoDate): IsoDate {
  return addDays(lastOn, 1)
}

/** How a check-in stands today: due, to come, or late by so many days. */
export function checkInState(
  dueOn: IsoDate,
  today: IsoDate,
): { readonly state: 'to_come' | 'due' | 'late'; readonly daysLate: number } {
  const daysLate = Math.max(0, daysBetween(dueOn, today))
  return { state: today < dueOn ? 'to_come' : daysLate > 0 ? 'late' : 'due', daysLate }
}
