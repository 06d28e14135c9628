import type { Clock } from '#platform/lib/dates.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Decided } from '#people/matching/join-groups.ts'
import { describeFiles } from './describe-files.ts'
import { earlierCarers } from './earlier-carers.ts'
import { judge } from './judge.ts'
import { carersMentioned } from './mentioned.ts'
import { openExtract, readDecisions, readExtract, type OpenExtract } from './read-extract.ts'
import { listMappings, updateRun } from './runs.sql.ts'
import { savedAmong } from './saved-mapping.ts'
import { refuseStrangers } from './strangers.ts'
import { countJoined, countReviews, countTaken, refusedIn } from './sums.ts'
import { listUploads } from './uploads.sql.ts'

type Looking = { readonly authorityId: number; readonly runId: string; readonly clock: Clock }

/** What an upload's own files say was decided about pairs. */
export function decidedIn({ files }: OpenExtract): readonly Decided[] {
  return files
    .filter(({ mapping }) => mapping.kind === 'decisions')
    .flatMap((file) => readDecisions(file).taken.map(({ row }) => row))
}

/** Reads an upload and writes down what it would come to, for its page; stores nothing of its rows. */
export async function lookAtUpload(tx: Tx, { authorityId, runId, clock }: Looking): Promise<void> {
  const files = await listUploads(tx, { authorityId, runId })
  const open = openExtract(files, savedAmong(await listMappings(tx)))
  const before = await earlierCarers(tx, authorityId, carersMentioned(open.files))
  const rows = readExtract(open, {
    today: clock.today(),
    knownCarer: (carerId, register) => before.find({ register, carerId }) !== undefined,
  })
  const read = await refuseStrangers(tx, authorityId, rows)
  const judged = judge(read, decidedIn(open))
  const [takenCount, refusedCount] = [countTaken(read), refusedIn(read).length]
  await updateRun(tx, runId, {
    files: JSON.stringify(describeFiles(open, read)),
    rowCount: takenCount + refusedCount,
    takenCount,
    refusedCount,
    joinedCount: countJoined(judged),
    reviewCount: countReviews(judged),
  })
}
