import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Instrument, Texts } from './instrument.ts'

const longest = 500

/**
 * The wording that a licensed organisation brings: the words of each item on a line of its own, in
 * the order of the measure. A refusal says what to put right.
 */
export function readWording({ items }: Instrument, given: string): Result<Texts, string> {
  const lines = given
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length !== items.length)
    return refused(`Enter ${items.length} lines, one an item: there are ${lines.length} now`)
  const long = lines.findIndex((line) => line.length > longest)
  if (long >= 0) return refused(`Use ${longest} characters or fewer in line ${long + 1}`)
  return ok(Object.fromEntries(items.map(({ id }, at) => [id, lines[at] ?? ''])))
}
