import { createHash } from 'node:crypto'
import type { IdsOf } from './read-rows.ts'
import { sourceId } from './source-ids.ts'

/** Rows about a carer go by the carer's id in the previous system. */
export const carerIds: IdsOf = {
  idOf: (cells) => {
    const id = sourceId(cells.text('id'))
    return /[A-Z0-9]/.test(id) ? id : { missing: 'Enter the id: this row has none' }
  },
  shownId: (cells) => cells.text('id'),
}

/**
 * Rows about something that happened go by their own id; where the file has none, by what they say
 * and how many rows before them said the same, so that the same file sent twice gives the same ids.
 */
export function eventIds(): IdsOf {
  const met = new Map<string, number>()
  return {
    idOf: (cells, raw) => {
      const own = sourceId(cells.text('id'))
      if (/[A-Z0-9]/.test(own)) return own
      if (cells.has('id')) return { missing: 'Enter the number of this row: it has none' }
      const said = createHash('sha256')
        .update(raw.cells.map((cell) => cell.trim()).join('\u001f'))
        .digest('base64url')
        .slice(0, 22)
      const times = (met.get(said) ?? 0) + 1
      met.set(said, times)
      return `${said}.${times}`
    },
    shownId: (cells) => cells.text('id') || cells.text('carer_id'),
  }
}
