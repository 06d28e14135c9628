import type { Clock } from '#platform/lib/dates.ts'
import type { Tx } from '#platform/db/database.ts'
import { describeFiles } from './describe-files.ts'
import { earlierCarers } from './earlier-carers.ts'
import { lockImports } from './known.sql.ts'
import { judge } from './judge.ts'
import type { LookedAt, Looking } from './look-at-extract.ts'
import { carersMentioned } from './mentioned.ts'
import { openExtract, readExtract } from './read-extract.ts'
import { insertRefusals, listMappings, updateRun } from './runs.sql.ts'
import { savedAmong } from './saved-mapping.ts'
import { refuseStrangers } from './strangers.ts'
import { storeExtract, type Stored, type ToStore } from './store-extract.ts'
import { countJoined, countReviews, countTaken, refusedIn } from './sums.ts'

export type Taking = Omit<Looking, 'savedFor' | 'today'> & {
  readonly authorityId: number
  /** The import's own row, which must be there. */
  readonly runId: string
  /** Which organisations may see the import and what it refused. */
  readonly readers: readonly number[]
  readonly tell: ToStore['tell']
  readonly clock: Clock
}

export type Taken = LookedAt & { readonly stored: Stored }

/**
 * Takes an extract in the transaction of its caller, all of it or nothing: reads it, finds out who
 * is who, stores what can be taken, and keeps the rest with its reasons.
 */
export async function takeExtract(tx: Tx, of: Taking): Promise<Taken> {
  const { authorityId, decided, tell } = of
  const today = of.clock.today()
  await lockImports(tx, authorityId)
  await tell(5, 'Reading the files')
  const open = openExtract(of.files, savedAmong(await listMappings(tx)))
  const before = await earlierCarers(tx, authorityId, carersMentioned(open.files))
  const knownCarer = (carerId: string, register: 'adult_carers' | 'young_carers'): boolean =>
    before.find({ register, carerId }) !== undefined
  const rows = readExtract(open, { today, knownCarer })
  const read = await refuseStrangers(tx, authorityId, rows)
  await tell(20, 'Finding out who stands there twice')
  const judged = judge(read, decided)
  const nothing = countTaken(read) === 0
  const stored = nothing
    ? { added: 0, changed: 0 }
    : await storeExtract(tx, { authorityId, read, judged, decided, today, before, tell })
  const taken = { open, read, judged, stored }
  await keepOutcome(tx, of, taken)
  return taken
}

async function keepOutcome(
  tx: Tx,
  { authorityId, runId, readers, clock }: Taking,
  taken: Taken,
): Promise<void> {
  const { open, read, judged, stored } = taken
  const refused = refusedIn(read)
  const takenCount = countTaken(read)
  await insertRefusals(tx, { authorityId, runId, readers, rows: refused })
  await updateRun(tx, runId, {
    state: takenCount === 0 ? 'refused' : 'done',
    finishedAt: clock.now(),
    files: JSON.stringify(describeFiles(open, read)),
    rowCount: takenCount + refused.length,
    takenCount,
    newCount: stored.added,
    refusedCount: refused.length,
    joinedCount: countJoined(judged),
    reviewCount: countReviews(judged),
    why: takenCount === 0 ? 'None of the rows could be taken' : null,
  })
}
