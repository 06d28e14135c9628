import type { Tx } from '#platform/db/database.ts'
import { listPractices } from '#people/places/establishments.sql.ts'
import { practiceFinder } from '#people/places/practice-name.rules.ts'
import { countRegistered, listWrittenPractices } from './practice-counts.sql.ts'

/** How many carers on the register are patients of each practice, by its code; what is written unclearly counts nowhere. */
export async function countPatients(
  tx: Tx,
  of: { readonly authorityId: number; readonly code?: string },
): Promise<ReadonlyMap<string, number>> {
  const find = practiceFinder(await listPractices(tx))
  const codes = new Map<string, string>()
  for (const written of await listWrittenPractices(tx, of.authorityId)) {
    const code = find(written)
    if (code !== null && (of.code === undefined || of.code === code)) codes.set(written, code)
  }
  const counts = new Map<string, number>()
  const registered = await countRegistered(tx, { ...of, written: [...codes.keys()] })
  for (const [written, carers] of registered) {
    const code = codes.get(written)!
    counts.set(code, (counts.get(code) ?? 0) + carers)
  }
  return counts
}
