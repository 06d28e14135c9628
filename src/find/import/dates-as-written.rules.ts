import { fold } from '#platform/lib/fold.ts'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'

/** A day read from a cell, nothing where the cell is blank, or words that say what is wrong with it. */
export type DateRead =
  | { readonly is: 'date'; readonly date: IsoDate }
  | { readonly is: 'blank' }
  | { readonly is: 'wrong'; readonly why: string }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const sayNothing = new Set(
  'unknown|not known|nk|n k|n a|none|tbc|not recorded|not given|dk'.split('|'),
)

// A spreadsheet counts days from 30 December 1899; 1 is a day no one living was born on, so that
// small numbers (ages, years) are not taken for days. 6-digit serials would lie beyond 2173.
const serialStart = isoDate('1899-12-30')
const earliestSerial = 1000
const latestSerial = 99_999

const dayFirst = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/
const dayMonthName =
  /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s\-/.,]*([a-z]{3,9})[\s\-/.,]*(\d{4}|\d{2})$/
const monthNameDay = /^([a-z]{3,9})[\s\-.]*(\d{1,2})(?:st|nd|rd|th)?[\s\-,]+(\d{4}|\d{2})$/
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const serial = /^(\d{4,5})(?:\.\d+)?$/
const timeOfDay = /[t\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|z|[+-]\d{2}:?\d{2})?$/
const weekdayBefore = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,]+/

/**
 * Reads a date however a previous system wrote it: day first, ISO, `14-Jul-57`, `14 July 1957`,
 * full stops, spreadsheet serial numbers, with or without a time of day. A year of two digits falls
 * in the last century that does not lead beyond `latest`: today for a registration, the day on
 * which someone could at the latest have been born for a birth.
 */
export function dateAsWritten(written: string, latest: IsoDate): DateRead {
  const text = written.trim().toLowerCase()
  if (text === '' || sayNothing.has(fold(text)) || /^[?\-.]+$/.test(text)) return { is: 'blank' }
  const day = text.replace(weekdayBefore, '').replace(timeOfDay, '')
  const parts = partsOf(day)
  if (parts === null) return fromSerial(day) ?? notADate(written)
  const year = parts.year.length === 2 ? century(parts, latest) : parts.year
  const date = realDay(year, parts.month, parts.day)
  return date === null ? notInCalendar(written, parts) : { is: 'date', date }
}

type Parts = { readonly day: string; readonly month: string; readonly year: string }

function partsOf(text: string): Parts | null {
  const numbers = dayFirst.exec(text)
  if (numbers) return { day: numbers[1] ?? '', month: numbers[2] ?? '', year: numbers[3] ?? '' }
  const iso = yearFirst.exec(text) ?? compact.exec(text)
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' }
  const named = dayMonthName.exec(text)
  if (named) return withMonthName(named[2] ?? '', named[1] ?? '', named[3] ?? '')
  const american = monthNameDay.exec(text)
  return american ? withMonthName(american[1] ?? '', american[2] ?? '', american[3] ?? '') : null
}

function withMonthName(name: string, day: string, year: string): Parts | null {
  const month = months.indexOf(name.slice(0, 3)) + 1
  return month === 0 ? null : { day, month: String(month), year }
}

function century(parts: Parts, latest: IsoDate): string {
  const thisCentury = latest.slice(0, 2)
  const date = `${thisCentury}${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`
  return (date <= latest ? thisCentury : String(Number(thisCentury) - 1)) + parts.year
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function realDay(year: string, month: string, day: string): IsoDate | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (y < 1000 || m < 1 || m > 12 || d < 1) return null
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  const length = m === 2 && leap ? 29 : (monthLengths[m - 1] ?? 0)
  if (d > length) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` as IsoDate
}

function fromSerial(text: string): DateRead | null {
  const found = serial.exec(text)
  const number = Number(found?.[1] ?? 0)
  if (number < earliestSerial || number > latestSerial) return null
  // Four digits that can be a year are one: 1957 is not 10 May 1905.
  if (number >= 1850 && number <= 2100) return null
  return { is: 'date', date: serialDay(number) }
}

const serialDays = new Map<number, IsoDate>()

function serialDay(number: number): IsoDate {
  const known = serialDays.get(number)
  if (known !== undefined) return known
  const date = addDays(serialStart, number)
  serialDays.set(number, date)
  return date
}

function notInCalendar(written: string, parts: Parts): DateRead {
  const monthFirst = Number(parts.month) > 12 && Number(parts.day) <= 12
  const hint = monthFirst
    ? 'Is the month written before the day? Write the day first'
    : 'Check the day, the month and the year'
  return { is: 'wrong', why: `"${written.trim()}" is not a day in the calendar. ${hint}` }
}

function notADate(written: string): DateRead {
  return {
    is: 'wrong',
    why: `"${written.trim()}" cannot be read as a date. Write it like 27/03/1957`,
  }
}
