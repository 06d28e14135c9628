import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { keepFindable } from '#people/persons/keep-findable.ts'
import {
  emptyFilled,
  fillBlanks,
  insertJoin,
  insertLeftOut,
  lockJoin,
  lockPeople,
  markUndone,
  moveBack,
  moveRows,
  setMergedInto,
} from './join.sql.ts'
import type { LikelyPair } from './pairs.sql.ts'

/**
 * Makes two records one: every row about `joined` becomes a row about `kept`, whose blanks are
 * filled; what went where is kept, so that it can be taken apart. Throws NotFound where either was
 * merged meanwhile. The history of each moved row names who did it.
 */
export async function joinRecords(
  tx: Tx,
  actor: Actor,
  of: { readonly kept: string; readonly joined: string; readonly pair: LikelyPair },
): Promise<void> {
  const { authorityId } = actor
  const { kept, joined, pair } = of
  await lockPeople(
    tx,
    [kept, joined].toSorted((a, b) => a.localeCompare(b)),
  )
  const moved = await moveRows(tx, { authorityId, from: joined, to: kept })
  const filled = await fillBlanks(tx, { authorityId, kept, joined })
  await setMergedInto(tx, { authorityId, id: joined, into: kept })
  const { points, parts } = pair
  await insertJoin(tx, {
    authorityId,
    id: newId(),
    keptId: kept,
    joinedId: joined,
    points,
    parts,
    joinedBy: actor.accountId,
    moved,
    filled,
  })
  await keepFindable(tx, kept)
}

/** Takes a join apart: rows go back that still lie where they went, blanks are blank again. Gives the record that stands again. */
export async function undoJoin(tx: Tx, actor: Actor, joinId: string): Promise<string> {
  const { authorityId } = actor
  const join = await lockJoin(tx, joinId)
  if (join.undoneAt !== null) return join.joinedId
  const { keptId: kept, joinedId: joined, moved, filled, leftOut } = join
  await setMergedInto(tx, { authorityId, id: joined, into: null })
  await moveBack(tx, { authorityId, moved, from: kept, to: joined })
  await insertLeftOut(tx, leftOut)
  await emptyFilled(tx, { authorityId, kept, filled })
  await markUndone(tx, { id: joinId, accountId: actor.accountId })
  await keepFindable(tx, kept)
  await keepFindable(tx, joined)
  return joined
}
