import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { wake } from '#platform/jobs/wake.sql.ts'
import { idParam } from '#people/persons/params.ts'
import { page, see, show } from '#platform/web/page.ts'
import { importers } from '../importers.ts'
import { importQueue } from '../import.jobs.ts'
import { deleteUploaded, findProgress, getRun, startRun } from '../uploads.sql.ts'
import { runTitles, runView } from './import-run.view.ts'

const params = z.object({ id: idParam })

/** One import: what it would come to, how far it has come, or what it came to. */
export const importRunPage = page({
  path: '/import/:id',
  door: 'workspace',
  may: importers,
  params,
  get: ({ params: { id }, asActor }) =>
    asActor(async (tx) => {
      const run = await getRun(tx, id)
      const progress = await findProgress(tx, id)
      return show({
        title: runTitles[run.state],
        before: govukBackLink({ text: 'Imports', href: '/import' }),
        main: runView(run, progress),
        wide: true,
        current: '/import',
      })
    }),
})

/** Begins to store an upload, in the background; sent twice, it is begun once. */
export const startImportPage = page({
  path: '/import/:id/start',
  door: 'workspace',
  may: importers,
  params,
  post: ({ params: { id }, asActor }) =>
    asActor(async (tx) => {
      await getRun(tx, id)
      if (await startRun(tx, id)) await wake(tx, importQueue)
      return see(`/import/${id}`)
    }),
})

/** Throws an upload away that is not wanted. */
export const discardImportPage = page({
  path: '/import/:id/discard',
  door: 'workspace',
  may: importers,
  params,
  post: ({ params: { id }, asActor }) =>
    asActor(async (tx) => {
      await getRun(tx, id)
      await deleteUploaded(tx, id)
      return see('/import')
    }),
})
