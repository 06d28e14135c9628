import { newId } from '#platform/lib/ids.ts'
import { type FormState, freshForm, typedIn, withFault } from '#platform/web/form.ts'
import { isId } from '#platform/lib/ids.ts'
import { type Context, page, see, show, showAgain } from '#platform/web/page.ts'
import { importers } from '../importers.ts'
import { lookAtUpload } from '../look-at-upload.ts'
import { insertRun } from '../runs.sql.ts'
import { insertUploads, listRuns } from '../uploads.sql.ts'
import { importsView } from './imports.view.ts'

const latest = 20

/** The imports so far, and a way to send the files of another. */
export const importsPage = page({
  path: '/import',
  door: 'workspace',
  may: importers,
  get: async (context) => show(await view(context, freshForm({ id: newId() }))),
  post: async (context) => {
    const { files, body } = context
    const typed = typedIn(withFault(body, '', ''), 'id')
    const id = isId(typed) ? typed : newId()
    const problem = problemWith(files)
    if (problem !== null) return showAgain(await view(context, withFault({ id }, 'files', problem)))
    await receive(context, id)
    return see(`/import/${id}`)
  },
})

function problemWith(files: Context['files']): string | null {
  if (files.length === 0) return 'Select the files that the previous system exported'
  const names = new Set(files.map(({ name }) => name))
  if (names.size < files.length)
    return 'Two of the files have the same name. Give them different names'
  const empty = files.find(({ bytes }) => bytes.length === 0)
  return empty === undefined ? null : `${empty.name} is empty. Export it again, or leave it out`
}

/** Keeps the files and looks at them; the same form sent twice does so once. */
async function receive({ actor, asSystem, files, clock }: Context, id: string): Promise<void> {
  const { authorityId, accountId } = actor
  const readers = [...actor.organisationIds]
  await asSystem('look at an upload', async (tx) => {
    const organisationId = readers[0] ?? 0
    if (
      !(await insertRun(tx, {
        authorityId,
        id,
        organisationId,
        accountId,
        state: 'uploaded',
        readers,
      }))
    )
      return
    await insertUploads(tx, { authorityId, runId: id, files, readers })
    await lookAtUpload(tx, { authorityId, runId: id, clock })
  })
}

async function view({ asActor }: Context, state: FormState) {
  const runs = await asActor((tx) => listRuns(tx, latest))
  return { title: 'Import a register', main: importsView({ runs, state }), current: '/import' }
}
