import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { page, show } from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { listAgreements } from '../agreements.sql.ts'
import { sharingView } from './sharing.view.ts'

/** What a carer agreed may be shared: with whom, until when, on what basis, who wrote it down. */
export const sharingPage = page({
  path: '/carers/:id/sharing',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: ({ params, actor, asActor, clock }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      await noteRead(tx, actor, person.id, 'agreements')
      const agreements = await listAgreements(tx, person.id)
      return show({
        title: `What ${fullName(person)} shares`,
        main: sharingView(person, agreements, clock.today()),
      })
    }),
})
