import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { documentFormats } from '#platform/documents/formats.ts'
import { file, page } from '#platform/web/page.ts'
import { copyName, printedPlan } from '../send-plan.ts'
import { getPlanOf, planParams } from '../plan-of.ts'

export const copyParams = planParams.extend({ format: z.enum(documentFormats) })

/** A copy of a plan to print or keep: PDF, large print or plain text. */
export const copyPage = page({
  path: '/plans/:id/copy/:format',
  door: 'workspace',
  may: workers,
  params: copyParams,
  get: async ({ params, actor, asActor }) => {
    const { document, name } = await asActor(async (tx) => {
      const of = await getPlanOf(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'copy of the support plan')
      return { ...(await printedPlan(tx, of)), name: copyName(of.whole) }
    })
    return file(await documentFile(document, params.format, name))
  },
})
