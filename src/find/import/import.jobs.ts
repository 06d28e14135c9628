import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Job, JobHouse } from '#platform/room.ts'
import { lockImports } from './known.sql.ts'
import { decidedIn } from './look-at-upload.ts'
import { openExtract } from './read-extract.ts'
import { updateRun } from './runs.sql.ts'
import { listMappings } from './runs.sql.ts'
import { savedAmong } from './saved-mapping.ts'
import { takeExtract } from './take-extract.ts'
import {
  deleteUploads,
  listAuthoritiesWithImports,
  listUploads,
  lockWaitingRun,
  saveProgress,
} from './uploads.sql.ts'

export const importQueue = 'import-extract'

/** Stores the uploads that were told to begin, one after another; again by itself where it was broken off. */
export const importUploads: Job = {
  queue: importQueue,
  every: '* * * * *',
  run: async (house) => {
    for (const authority of await listAuthoritiesWithImports(house.db)) {
      while (await takeNext(house, authority)) {
        // The next one, until none waits.
      }
    }
  },
}

type Authority = { readonly id: number; readonly code: string }

/** Takes the upload that waits longest, whole or not at all; false where none waits. */
async function takeNext(
  house: JobHouse,
  { id: authorityId, code: authorityCode }: Authority,
): Promise<boolean> {
  const actor = systemActor({ authorityId, authorityCode, reason: 'import of an upload' })
  let runId: string | null = null
  try {
    return await asActor(house.db, actor, async (tx) => {
      await lockImports(tx, authorityId)
      const run = await lockWaitingRun(tx, authorityId)
      if (run === null) return false
      runId = run.id
      const of = { authorityId, runId: run.id }
      const files = await listUploads(tx, of)
      const tell = (percent: number, doing: string): Promise<void> =>
        asActor(house.db, actor, (own) =>
          saveProgress(own, { ...of, percent, doing, readers: run.readers }),
        )
      const decided = decidedIn(openExtract(files, savedAmong(await listMappings(tx))))
      await takeExtract(tx, {
        ...of,
        files,
        decided,
        readers: run.readers,
        tell,
        clock: house.clock,
      })
      await deleteUploads(tx, of)
      return true
    })
  } catch (error) {
    // What stands in the way now would again: the import is over, with nothing of it stored, and the fault is told.
    if (runId !== null) {
      const [id, why] = [runId, 'The import broke off by a fault of ours. Nothing of it was stored']
      await asActor(house.db, actor, (tx) =>
        updateRun(tx, id, { state: 'refused', finishedAt: house.clock.now(), why }),
      )
    }
    throw error
  }
}
