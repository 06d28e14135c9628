import { hash } from 'node:crypto'
import { z } from 'zod'
import { fold } from '#platform/lib/fold.ts'
import type { SavedMapping } from './columns.ts'
import { isKindId } from './headings.ts'
import { isReason } from './refused-csv.ts'
import type { SavedMappings } from './read-file.ts'

/**
 * By what a saved mapping is found again: the file's headings in their order, without the reasons
 * that its refused rows came back with.
 */
export function headingsKey(headings: readonly string[]): string {
  const own = headings.filter((heading) => !isReason(heading))
  return hash('sha256', own.map(fold).join('|'), 'base64url')
}

export type StoredMapping = {
  readonly headingsKey: string
  readonly kind: string
  readonly headings: unknown
}

const headingsSchema = z.record(z.string(), z.string())

/** Finds the mapping that staff saved for a file's headings among those stored. */
export function savedAmong(stored: readonly StoredMapping[]): SavedMappings {
  const byKey = new Map<string, SavedMapping>()
  for (const { headingsKey: key, kind, headings } of stored) {
    if (isKindId(kind)) byKey.set(key, { kind, headings: headingsSchema.parse(headings) })
  }
  return (headings) => byKey.get(headingsKey(headings)) ?? null
}
