import type { ImportRun } from '../uploads.sql.ts'

/** How an import stands, as staff read it. */
export const stateInWords: Readonly<Record<ImportRun['state'], string>> = {
  uploaded: 'To be looked at',
  waiting: 'Waiting to begin',
  running: 'Being stored',
  done: 'Stored',
  refused: 'Not stored',
}

/** `1 row`, `12,062 rows`. */
export function counted(count: number | null, what: string): string {
  return `${(count ?? 0).toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
}
