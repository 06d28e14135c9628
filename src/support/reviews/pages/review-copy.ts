import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { documentFormats } from '#platform/documents/formats.ts'
import { file, page } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { printedReview } from '../send-review.ts'

const params = z.object({ id: idParam, format: z.enum(documentFormats) })

/** A copy of a written review, in each format that documents have. */
export const reviewCopyPage = page({
  path: '/reviews/:id/copy/:format',
  door: 'workspace',
  may: workers,
  params,
  get: async ({ params: { id, format }, actor, asActor }) => {
    const { document, name } = await asActor(async (tx) => {
      const printed = await printedReview(tx, id)
      await noteRead(tx, actor, printed.of.person.id, 'copy of the review')
      return printed
    })
    return file(await documentFile(document, format, name))
  },
})

/** The carer's own. */
export const myReviewCopyPage = page({
  path: '/my/reviews/:id/copy/:format',
  door: 'carer',
  may: ['carer'],
  params,
  get: async ({ params: { id, format }, asActor }) => {
    const { document, name } = await asActor((tx) => printedReview(tx, id))
    return file(await documentFile(document, format, name))
  },
})
