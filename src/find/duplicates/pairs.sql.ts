import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'

export type PairPart = { readonly part: string; readonly points: number; readonly words: string }

export type LikelyPair = {
  readonly id: string
  readonly personId: string
  readonly otherId: string
  readonly state: string
  readonly points: number | null
  readonly parts: readonly PairPart[]
  readonly doubts: readonly string[]
  readonly foundAt: string
  readonly version: number
}

export type NamedPair = LikelyPair & { readonly name: string; readonly otherName: string }

/** Pairs that wait for somebody to decide, the likeliest first; only where the actor may read both. */
export async function listOpenPairs(
  tx: Tx,
  of: { readonly authorityId: number; readonly offset: number; readonly limit: number },
): Promise<readonly NamedPair[]> {
  const { rows } = await sql<NamedPair>`
    select l.*, concat_ws(' ', a.given_name, a.family_name) as name, concat_ws(' ', b.given_name, b.family_name) as other_name
      from likely_pair l
      join person a on a.authority_id = l.authority_id and a.id = l.person_id
      join person b on b.authority_id = l.authority_id and b.id = l.other_id
     where l.authority_id = ${of.authorityId} and l.state = 'open' and a.merged_into is null and b.merged_into is null
     order by l.points desc nulls last, l.id
     limit ${of.limit} offset ${of.offset}`.execute(tx)
  return rows
}

export async function countOpenPairs(tx: Tx, authorityId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
      from likely_pair l
      join person a on a.authority_id = l.authority_id and a.id = l.person_id
      join person b on b.authority_id = l.authority_id and b.id = l.other_id
     where l.authority_id = ${authorityId} and l.state = 'open' and a.merged_into is null and b.merged_into is null`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** The pair, locked until the transaction ends; throws NotFound where the actor may not see it. */
export async function lockPair(tx: Tx, id: string): Promise<LikelyPair> {
  const pair = await getPairQuery(tx, id).forUpdate().executeTakeFirst()
  if (pair === undefined) throw new NotFound('pair')
  return asPair(pair)
}

export async function getPair(tx: Tx, id: string): Promise<LikelyPair> {
  const pair = await getPairQuery(tx, id).executeTakeFirst()
  if (pair === undefined) throw new NotFound('pair')
  return asPair(pair)
}

function getPairQuery(tx: Tx, id: string) {
  return tx
    .selectFrom('likelyPair')
    .select([
      'id',
      'personId',
      'otherId',
      'state',
      'points',
      'parts',
      'doubts',
      'foundAt',
      'version',
    ])
    .where('id', '=', id)
}

function asPair(row: Omit<LikelyPair, 'parts'> & { readonly parts: unknown }): LikelyPair {
  return { ...row, parts: row.parts as readonly PairPart[] }
}

/** Writes down what somebody decided; it is never asked again. */
export async function decidePair(
  tx: Tx,
  of: {
    readonly id: string
    readonly state: 'same' | 'different'
    readonly accountId: string | null
  },
): Promise<void> {
  await tx
    .updateTable('likelyPair')
    .set((eb) => ({
      state: of.state,
      decidedAt: sql<string>`now()`,
      decidedBy: of.accountId,
      decidedHow: 'on the page',
      version: eb('version', '+', 1),
    }))
    .where('id', '=', of.id)
    .execute()
}
