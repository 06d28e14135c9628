import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'

/** Hours and minutes from what someone typed (`14:30`, `2.30pm`, `1430`), or null where it is no time. */
export function timeFrom(typed: string): { readonly hour: number; readonly minute: number } | null {
  const match = /^(\d{1,2})(?:[:.]?([0-5]\d))?\s*(am|pm)?$/i.exec(typed.trim())
  if (match === null) return null
  const [, hours = '', minutes = '0', half] = match
  // A bare number is an hour only with am or pm beside it: 3 may be the morning or the afternoon.
  if (match[2] === undefined && half === undefined) return null
  const hour = Number(hours)
  if (half === undefined) return hour < 24 ? { hour, minute: Number(minutes) } : null
  if (hour < 1 || hour > 12) return null
  return { hour: (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0), minute: Number(minutes) }
}

/** The moment of a day and a time in London; without a time, now if it is today, or noon of that day. */
export function momentOf(
  day: IsoDate,
  time: { readonly hour: number; readonly minute: number } | null,
  now: { readonly today: IsoDate; readonly at: IsoInstant },
): IsoInstant {
  if (time === null && day === now.today) return now.at
  return Temporal.PlainDate.from(day)
    .toPlainDateTime(time ?? { hour: 12 })
    .toZonedDateTime('Europe/London')
    .toInstant()
    .toString()
}
