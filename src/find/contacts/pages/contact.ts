import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { page, see, show } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { contacters } from '../contacters.ts'
import { getContact, updatePromiseKept } from '../contacts.sql.ts'
import { contactView } from './contact.view.ts'

const params = z.object({ id: idParam })

/** One contact as it was written down, and its promise to keep or tick off. */
export const contactPage = page({
  path: '/contacts/:id',
  door: 'workspace',
  may: contacters,
  params,
  get: ({ params: { id }, actor, asActor, clock }) =>
    asActor(async (tx) => {
      const contact = await getContact(tx, id)
      const person = await getPerson(tx, contact.personId)
      await noteRead(tx, actor, person.id, 'contact')
      return show({
        title: `Contact with ${fullName(person)}`,
        main: contactView({ contact, person, today: clock.today() }),
      })
    }),
})

/** Ticks a promise off, once however often it is sent. */
export const promiseKeptPage = page({
  path: '/contacts/:id/kept',
  door: 'workspace',
  may: contacters,
  params,
  get: async ({ params: { id } }) => see(`/contacts/${id}`),
  post: ({ params: { id }, clock, asActor }) =>
    asActor(async (tx) => {
      const contact = await getContact(tx, id)
      await updatePromiseKept(tx, { id, at: clock.now() })
      return see(`/carers/${contact.personId}`)
    }),
})
