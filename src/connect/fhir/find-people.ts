import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { nameWords } from '#platform/lib/names.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { listIdsByRanges } from '#people/persons/search.sql.ts'
import { birthRange, type KeyRange, wholeNameRange } from '#people/persons/search-keys.rules.ts'
import type { Issue } from './outcome.ts'

const most = 500

/**
 * The ids among which people of a name and date of birth are, through the same keys as the search
 * box: so that it stays quick however many people there are. Null where neither is asked for.
 */
export async function idsByNameAndBirth(
  tx: Tx,
  actor: Actor,
  of: {
    readonly family: string | null
    readonly given: string | null
    readonly born: string | null
  },
): Promise<Result<readonly string[] | null, Issue>> {
  const terms: KeyRange[][] = []
  if (of.born !== null) terms.push([birthRange(of.born)])
  // Names stand there as pairs of a last and a first name, so both together are one key.
  const words = [...nameWords(of.family ?? ''), ...nameWords(of.given ?? '').slice(0, 1)]
  if (words.length > 0) terms.push([wholeNameRange(words)])
  if (terms.length === 0) return ok(null)
  const ids = await listIdsByRanges(tx, { actor, terms, limit: most })
  return ids.length < most
    ? ok(ids)
    : refused({ code: 'too-costly', text: 'Too many people are called so: add a date of birth' })
}
