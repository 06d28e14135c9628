import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import type { TodayItem } from '#platform/room.ts'

/** What waits for somebody, by when it is due. */
export type Due = {
  readonly overdue: readonly TodayItem[]
  readonly today: readonly TodayItem[]
  /** The rest of this week; on a Sunday, tomorrow. */
  readonly thisWeek: readonly TodayItem[]
  readonly later: readonly TodayItem[]
}

/** Sunday of the week that a day lies in: the last day of "this week". */
export function endOfWeek(day: IsoDate): IsoDate {
  return addDays(day, 7 - Temporal.PlainDate.from(day).dayOfWeek)
}

/** What comes after today and before "later": the rest of the week, and on a Sunday Monday. */
export function nextDays(today: IsoDate): { readonly until: IsoDate; readonly isMonday: boolean } {
  const sunday = endOfWeek(today)
  const isMonday = today === sunday
  return { until: isMonday ? addDays(today, 1) : sunday, isMonday }
}

/** Groups things to do by the day they are due, each group soonest first; each thing stands once. */
export function groupByDue(items: readonly TodayItem[], today: IsoDate): Due {
  const { until } = nextDays(today)
  const sorted = items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return {
    overdue: sorted.filter(({ dueOn }) => dueOn < today),
    today: sorted.filter(({ dueOn }) => dueOn === today),
    thisWeek: sorted.filter(({ dueOn }) => dueOn > today && dueOn <= until),
    later: sorted.filter(({ dueOn }) => dueOn > until),
  }
}
