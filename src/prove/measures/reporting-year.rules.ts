import { isoDate, type IsoDate } from '#platform/lib/dates.ts'

/** A financial year as reports name it, both days included. */
export type ReportingYear = { readonly label: string; readonly from: IsoDate; readonly to: IsoDate }

/** The year of `2017/18` (or `2017-18`, as addresses have it); null where it is no such year. */
export function reportingYear(label: string): ReportingYear | null {
  const match = /^(\d{4})[/-](\d{2})$/.exec(label.trim())
  if (match === null) return null
  const first = Number(match[1])
  return (first + 1) % 100 === Number(match[2]) ? yearFrom(first) : null
}

/** The year in which a day falls: 1 April to 31 March. */
export function reportingYearOf(day: IsoDate): ReportingYear {
  const calendar = Number(day.slice(0, 4))
  return yearFrom(day.slice(5) >= '04-01' ? calendar : calendar - 1)
}

/** `count` years before. */
export function yearsBefore(year: ReportingYear, count: number): ReportingYear {
  return yearFrom(Number(year.label.slice(0, 4)) - count)
}

/** As it stands in an address: `2017-18`. */
export function inAddress(year: ReportingYear): string {
  return year.label.replace('/', '-')
}

function yearFrom(first: number): ReportingYear {
  const label = `${first}/${String((first + 1) % 100).padStart(2, '0')}`
  return { label, from: isoDate(`${first}-04-01`), to: isoDate(`${first + 1}-03-31`) }
}
