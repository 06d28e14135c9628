import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Part } from '#people/matching/record.ts'
import { asColumns, insertMany } from './bulk.sql.ts'
import type { Joined } from './plan-carers.ts'

export type ReadersOf = (personId: string) => readonly number[]

/** Writes down who was joined to whom and why, with what it takes to take them apart again. */
export async function insertJoins(
  tx: Tx,
  authorityId: number,
  joined: readonly Joined[],
  readersOf: ReadersOf,
): Promise<void> {
  const rows = joined.map(({ keptId, joinedId, why, moved, filled, leftOut }) => ({
    authorityId,
    id: newId(),
    keptId,
    joinedId,
    how: why.how,
    points: why.points,
    parts: [...why.parts],
    moved,
    filled: asColumns(filled) as never,
    leftOut: Object.fromEntries(
      Object.entries(leftOut).map(([table, rows]) => [table, rows.map(asColumns)]),
    ) as never,
    readers: [...readersOf(keptId)],
  }))
  await insertMany(tx, 'recordJoin', rows)
}

/** Two people who may be one, or of whom somebody said that they are not. */
export type PairToKeep = {
  readonly people: readonly [string, string]
  readonly state: 'open' | 'same' | 'different'
  readonly points: number | null
  readonly parts: readonly Part[]
  readonly doubts: readonly string[]
}

/** Puts pairs on the review list. What was decided here before stands; what is decided now is kept. */
export async function insertPairs(
  tx: Tx,
  authorityId: number,
  pairs: readonly PairToKeep[],
  readersOf: ReadersOf,
): Promise<void> {
  const rows = pairs.map(({ people, state, points, parts, doubts }) => {
    const [personId = '', otherId = ''] = people.toSorted()
    const decidedHow = state === 'open' ? null : 'before the move'
    return {
      authorityId,
      id: newId(),
      personId,
      otherId,
      state,
      points,
      parts: [...parts],
      doubts: [...doubts],
      decidedHow,
      readers: [...readersOf(personId)],
    }
  })
  await insertMany(
    tx,
    'likelyPair',
    rows,
    sql`on conflict (authority_id, person_id, other_id) do update set state = excluded.state, decided_how = excluded.decided_how
          where likely_pair.state = 'open' and excluded.state <> 'open'`,
  )
}
