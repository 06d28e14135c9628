/** A calendar date as ISO text, `2018-03-31`. Compared as text; never a moment, never a time zone. */
export type IsoDate = string & { readonly isoDate: unique symbol }

/** A moment as ISO text in UTC. */
export type IsoInstant = string

/** Today in London and this instant; given to whatever must know, so that nothing asks the machine. */
export type Clock = { readonly today: () => IsoDate; readonly now: () => IsoInstant }

export const londonClock: Clock = {
  today: () => Temporal.Now.plainDateISO('Europe/London').toString() as IsoDate,
  now: () => Temporal.Now.instant().toString(),
}

/** A clock that stands at noon of one day, for tests and for rehearsals. */
export function clockAt(date: string): Clock {
  return { today: () => isoDate(date), now: () => `${date}T12:00:00Z` }
}

/** The text as a date; throws RangeError where it is none. For what is known to be a date. */
export function isoDate(text: string): IsoDate {
  return Temporal.PlainDate.from(text).toString() as IsoDate
}

/** A date from what was typed in three boxes, or null where there is no such day. */
export function dateFromParts(day: string, month: string, year: string): IsoDate | null {
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part.trim()))) return null
  if (year.trim().length !== 4) return null
  try {
    const parts = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString() as IsoDate
  } catch {
    return null
  }
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as IsoDate
}

export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as IsoDate
}

/** Whole days from one date to another; negative where the second comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' })
    .days
}

/** Age in whole years on a day; a birthday on 29 February counts from 1 March in other years. */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  return Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(on), { largestUnit: 'years' })
    .years
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const longDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `31 March 2018`, as people read it. */
export function inWords(date: IsoDate): string {
  return longDate.format(new Date(`${date}T00:00:00Z`))
}

/** `Saturday 31 March 2018`, for a day on which something will happen. */
export function dayInWords(date: IsoDate): string {
  return `${weekday.format(new Date(`${date}T00:00:00Z`))} ${inWords(date)}`
}

/** `2:30pm` in London, from a moment. */
export function timeInWords(instant: IsoInstant): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London')
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12
  const minutes = time.minute === 0 ? '' : `:${String(time.minute).padStart(2, '0')}`
  return `${hour}${minutes}${time.hour < 12 ? 'am' : 'pm'}`
}

/** The day in London on which a moment fell. */
export function londonDay(instant: IsoInstant): IsoDate {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString() as IsoDate
}

/**
 * The day that comes `count` working days after `from`: Saturdays, Sundays and the given bank
 * holidays do not count, nor does the first day itself.
 */
export function addWorkingDays(
  from: IsoDate,
  count: number,
  holidays: ReadonlySet<string>,
): IsoDate {
  let date = Temporal.PlainDate.from(from)
  for (let left = count; left > 0;) {
    date = date.add({ days: 1 })
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date.toString() as IsoDate
}

/** How many working days lie after `from` up to and including `to`. */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  holidays: ReadonlySet<string>,
): number {
  let count = 0
  let date = Temporal.PlainDate.from(from)
  while (date.toString() < to) {
    date = date.add({ days: 1 })
    if (isWorkingDay(date, holidays)) count += 1
  }
  return count
}

/** The last day after which `count` working days had gone by on `until`; that day itself for none. */
export function workingDaysBack(
  until: IsoDate,
  count: number,
  holidays: ReadonlySet<string>,
): IsoDate {
  let date = Temporal.PlainDate.from(until)
  for (let left = count; left > 0; date = date.subtract({ days: 1 })) {
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date.toString() as IsoDate
}

function isWorkingDay(date: Temporal.PlainDate, holidays: ReadonlySet<string>): boolean {
  return date.dayOfWeek < 6 && !holidays.has(date.toString())
}
