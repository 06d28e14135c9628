import { z } from 'zod'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { FieldFault } from '#platform/web/form.ts'
import { refused, ok, type Result } from '#platform/lib/result.ts'
import type { SpanOfDays } from './sent-referrals.sql.ts'

/** A period as an address carries it, whatever somebody wrote there. */
export const periodQuery = {
  from: z.string().max(40).optional().catch(undefined),
  to: z.string().max(40).optional().catch(undefined),
}

type Written = { readonly from?: string | undefined; readonly to?: string | undefined }

/**
 * The period asked for, both days included; without one, the financial year so far, which councils
 * and the NHS count from 1 April.
 */
export function periodFrom(
  written: Written,
  today: IsoDate,
): Result<SpanOfDays, readonly FieldFault[]> {
  const from = dateIn(written.from, financialYear(today).from)
  const to = dateIn(written.to, today)
  const faults: FieldFault[] = []
  if (from === null)
    faults.push({ field: 'from', message: 'From must be a real date, like 2017-04-01' })
  if (to === null) faults.push({ field: 'to', message: 'To must be a real date, like 2018-03-31' })
  if (from === null || to === null) return refused(faults)
  if (to < from)
    return refused([{ field: 'to', message: 'To must be the same day as From, or after it' }])
  return ok({ from, to })
}

function dateIn(written: string | undefined, otherwise: IsoDate): IsoDate | null {
  if (written === undefined || written === '') return otherwise
  const read = z.iso.date().safeParse(written.trim())
  return read.success && read.data >= '1900-01-01' && read.data <= '2199-12-31'
    ? isoDate(read.data)
    : null
}

/** The financial year, 1 April to 31 March, that a day lies in. */
export function financialYear(day: IsoDate): SpanOfDays {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
  return { from: isoDate(`${year}-04-01`), to: isoDate(`${year + 1}-03-31`) }
}

/** Periods people ask for most, with their words. */
export function usualPeriods(today: IsoDate): readonly (SpanOfDays & { readonly words: string })[] {
  const thisYear = financialYear(today)
  const lastYear = financialYear(addDays(thisYear.from, -1))
  const month = isoDate(`${today.slice(0, 7)}-01`)
  return [
    { from: month, to: today, words: 'This month' },
    { from: thisYear.from, to: today, words: 'This financial year' },
    { ...lastYear, words: 'Last financial year' },
  ]
}
