import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { type FormState, freshForm, typedIn } from '#platform/web/form.ts'
import { type Body } from '#platform/web/form.ts'
import { type Context, page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import type { FileDescribed } from '../describe-files.ts'
import { isKindId, kindOf, type Kind } from '../headings.ts'
import { importers } from '../importers.ts'
import { lookAtUpload } from '../look-at-upload.ts'
import { headingsKey } from '../saved-mapping.ts'
import { getRun, saveMapping } from '../uploads.sql.ts'
import { columnsView } from './columns.view.ts'

const params = z.object({ id: idParam, number: z.coerce.number().int().min(1).max(100) })
type Params = z.output<typeof params>

/** Which column of a file holds which field: to see, to change, and to keep for every later file like it. */
export const columnsPage = page({
  path: '/import/:id/columns/:number',
  door: 'workspace',
  may: importers,
  params,
  query: z.object({ kind: z.string().optional().catch(undefined) }),
  get: async (context) => {
    const file = await described(context)
    const asked = context.query.kind ?? ''
    const kind = isKindId(asked) ? asked : (file.kind ?? 'adult_carers')
    return show(
      view(context.params, file, freshForm({ kind, ...typedFrom(file, kind === file.kind) })),
    )
  },
  post: async (context) => {
    const { params: asked, body } = context
    const file = await described(context)
    const kindId = typedIn({ typed: body, faults: [] }, 'kind')
    const kind = kindOf(isKindId(kindId) ? kindId : 'adult_carers')
    const { headings, faults } = chosen(kind, file, body)
    if (faults.length > 0) return showAgain(view(asked, file, { typed: body, faults }))
    await keep(context, { file, kind, headings })
    return see(`/import/${asked.id}`)
  },
})

type Asking = Pick<Context<Params>, 'params' | 'asActor'>

/** The file of an upload that still waits to be looked at; anything else is not found. */
function described({ params: { id, number }, asActor }: Asking): Promise<FileDescribed> {
  return asActor(async (tx) => {
    const run = await getRun(tx, id)
    const file = run.files[number - 1]
    if (run.state !== 'uploaded' || file === undefined || file.headings.length === 0)
      throw new NotFound('file')
    return file
  })
}

function view({ id }: Params, file: FileDescribed, state: FormState) {
  return {
    title: `Columns of ${file.name}`,
    before: govukBackLink({ text: 'What would be taken', href: `/import/${id}` }),
    main: columnsView(file, state),
    current: '/import',
  }
}

function typedFrom({ headings, places }: FileDescribed, sameKind: boolean): Record<string, string> {
  if (!sameKind) return {}
  return Object.fromEntries(
    Object.entries(places).map(([field, at]) => [`field-${field}`, headings[at] ?? '']),
  )
}

type Chosen = {
  readonly headings: Readonly<Record<string, string>>
  readonly faults: FormState['faults']
}

/** The headings chosen for a kind's fields; each once, and one for every field that is needed. */
function chosen(kind: Kind, file: FileDescribed, body: Body): Chosen {
  const headings: Record<string, string> = {}
  const faults: { field: string; message: string }[] = []
  for (const { id, label, required } of kind.fields) {
    const name = `field-${id}`
    const heading = typedIn({ typed: body, faults: [] }, name)
    if (heading === '' || !file.headings.includes(heading)) {
      if (required) faults.push({ field: name, message: `Select the column for “${label}”` })
    } else if (Object.values(headings).includes(heading)) {
      faults.push({ field: name, message: `The column “${heading}” is selected twice` })
    } else headings[id] = heading
  }
  return { headings, faults }
}

type Keeping = {
  readonly file: FileDescribed
  readonly kind: Kind
  readonly headings: Chosen['headings']
}

async function keep(
  { params: { id }, actor, asActor, asSystem, clock }: Context<Params>,
  { file, kind, headings }: Keeping,
): Promise<void> {
  const { authorityId, accountId: savedBy } = actor
  await asActor((tx) =>
    saveMapping(tx, {
      authorityId,
      id: newId(),
      headingsKey: headingsKey(file.headings),
      kind: kind.id,
      headings,
      savedBy,
    }),
  )
  await asSystem('look at an upload', (tx) => lookAtUpload(tx, { authorityId, runId: id, clock }))
}
