import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { file, page } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { importers } from '../importers.ts'
import { refusedCsv } from '../refused-csv.ts'
import { getRun, listRefusals } from '../uploads.sql.ts'

/** The refused rows of one file with what to mend, as a CSV that can be sent again. */
export const refusedRowsPage = page({
  path: '/import/:id/refused/:number',
  door: 'workspace',
  may: importers,
  params: z.object({ id: idParam, number: z.coerce.number().int().min(1).max(100) }),
  get: ({ params: { id, number }, asActor }) =>
    asActor(async (tx) => {
      const described = (await getRun(tx, id)).files[number - 1]
      if (described === undefined) throw new NotFound('file')
      const rows = await listRefusals(tx, { runId: id, file: described.name })
      if (rows.length === 0) throw new NotFound('file')
      return file({
        name: described.name.replace(/(\.\w+)?$/, ' to mend.csv'),
        type: 'text/csv; charset=utf-8',
        body: refusedCsv(described.headings, rows),
        disposition: 'attachment',
      })
    }),
})
