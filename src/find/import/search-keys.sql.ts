import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { arrayOf } from './array-literals.ts'
import type { Found } from './people-plan.ts'

const atOnce = 50_000

/**
 * Writes the search keys of people who have none. They go over by person and come in the order of
 * their index, which is quickest, and leaves it a fifth smaller than in the order of people.
 */
export async function insertKeys(
  tx: Tx,
  authorityId: number,
  found: readonly Found[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  for (let from = 0; from < found.length; from += atOnce) {
    const part = found.slice(from, from + atOnce)
    const [ids, readers, keys] = [
      arrayOf(
        part.map(({ personId }) => personId),
        { type: 'uuid' },
      ),
      arrayOf(
        part.map((each) => each.readers),
        { type: 'integer[]' },
      ),
      // A key holds no line's end (search-keys.rules.ts).
      arrayOf(
        part.map((each) => each.keys.join('\n')),
        { type: 'text' },
      ),
    ]
    await sql`
      insert into search_key (authority_id, key, person_id, readers)
      select ${authorityId}, key collate "C", p.id, p.readers::integer[]
        from unnest(${ids}::uuid[], ${readers}::text[], ${keys}::text[]) as p (id, readers, keys),
             string_to_table(p.keys, e'\\n') as key
       order by 2 ${onConflict}`.execute(tx)
  }
}

/** Gives people these search keys instead of those they have. */
export async function replaceKeys(
  tx: Tx,
  authorityId: number,
  found: readonly Found[],
): Promise<void> {
  if (found.length === 0) return
  const ids = found.map(({ personId }) => personId)
  await sql`delete from search_key
     where authority_id = ${authorityId} and person_id = any (${ids}::uuid[])`.execute(tx)
  await insertKeys(tx, authorityId, found, sql`on conflict do nothing`)
}
