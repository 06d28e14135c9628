import type { Change, HeldItem } from './data-rights.ts'

/** One thing in a release: as it stands, or the words of whoever decided in its place. */
export type Told =
  | {
      readonly table: string
      readonly row: string
      readonly held: Readonly<Record<string, unknown>>
      readonly changes: readonly Change[]
    }
  | { readonly table: string; readonly row: string; readonly redacted: string }

/**
 * What goes out of what was gathered: what tells of nobody else, what was decided to be disclosed, and
 * of what is redacted the words alone, without the row or its history. What is set aside and not
 * decided on never goes out, nor what is withheld.
 */
export function whatGoesOut(items: readonly HeldItem[]): readonly Told[] {
  return items.flatMap((item): readonly Told[] => {
    const { tableName: table, rowKey: row, said, changes, decision, decisionWords } = item
    if (decision === 'withhold') return []
    if (decision === 'redact') return [{ table, row, redacted: decisionWords ?? '' }]
    const clear = item.setAsideBecause === null || decision === 'disclose'
    return clear ? [{ table, row, held: said, changes }] : []
  })
}
