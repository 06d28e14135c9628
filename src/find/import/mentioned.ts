import type { IsoDate } from '#platform/lib/dates.ts'
import type { OpenFile } from './read-file.ts'
import type { ExtractRead } from './read-extract.ts'
import { sourceId } from './source-ids.ts'
import { filesRead } from './sums.ts'

/** The ids of carers that the files speak of without being a register: of referrals, assessments and so on. */
export function carersMentioned(files: readonly OpenFile[]): readonly string[] {
  const ids = new Set<string>()
  for (const { table, mapping } of files) {
    const at = mapping.places['carer_id']
    if (at === undefined) continue
    for (const { cells } of table.rows) ids.add(sourceId(cells[at] ?? ''))
  }
  ids.delete('')
  return [...ids]
}

/** The latest day that any row speaks of: an extract tells how things stood on that day. Null where no row has a date. */
export function lastDayOf(read: ExtractRead): IsoDate | null {
  let last: string | null = null
  const see = (value: unknown): void => {
    if (typeof value === 'string' && isoDay.test(value) && (last === null || value > last))
      last = value
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(see)
  }
  for (const { taken } of filesRead(read)) for (const { row } of taken) see(row)
  return last as IsoDate | null
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
