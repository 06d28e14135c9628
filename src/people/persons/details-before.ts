import type { ChangeSince } from './changes.sql.ts'
import { detailFields, type Details } from './details-form.ts'

/** The details as they were before these changes were made to the row that is stored now. */
export function detailsBefore(now: Details, changes: readonly ChangeSince[]): Details {
  const was: Record<string, unknown> = { ...now }
  for (const { before } of changes.toReversed()) {
    for (const field of detailFields) {
      const column = columnOf(field)
      if (column in before) was[field] = before[column]
    }
  }
  return was as Details
}

/** The column that a detail stands in: `address1` in `address_1`. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`)
}
