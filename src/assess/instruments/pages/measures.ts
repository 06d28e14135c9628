import { noteRead } from '#platform/access/read-log.sql.ts'
import { page, show } from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { instruments } from '../instrument.ts'
import { listReadings, listWordings } from '../instruments.sql.ts'
import { measurers } from '../who-measures.ts'
import { measuresView } from './measures.view.ts'
import { recordLink } from './links.view.ts'

/** What a carer answered, measure by measure and through time, and the way to another reading. */
export const measuresPage = page({
  path: '/carers/:id/measures',
  door: 'workspace',
  may: measurers,
  params: carerParams,
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      await noteRead(tx, actor, person.id, 'measures')
      const imported = (await listWordings(tx)).map(({ instrument }) => instrument)
      const usable = instruments.filter(
        ({ wording, version }) => wording === 'shipped' || imported.includes(version),
      )
      return show({
        title: `Measures of ${nameWithKnownAs(person)}`,
        before: recordLink(person.id),
        main: await measuresView({ person, usable, readings: await listReadings(tx, person.id) }),
      })
    }),
})
