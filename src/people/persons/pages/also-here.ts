import { workers } from '#platform/access/duties.ts'
import { file, page } from '#platform/web/page.ts'
import { alsoHereWords } from '../also-here.view.ts'
import { openRecord } from '../open-records.sql.ts'
import { carerParams } from '../params.ts'
import { getPerson } from '../persons.sql.ts'

/** Who else has a record open, for the script of an open page: it asks each minute and says it is open still. */
export const alsoHerePage = page({
  path: '/carers/:id/also-here',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const { id } = await getPerson(tx, params.id)
      const others = await openRecord(tx, { actor, personId: id, at: clock.now() })
      return file({
        name: 'also-here.json',
        type: 'application/json',
        body: JSON.stringify({ said: alsoHereWords(others) }),
        disposition: 'inline',
      })
    }),
})
