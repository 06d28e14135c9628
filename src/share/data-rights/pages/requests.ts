import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference, readReference } from '#platform/lib/reference.ts'
import { dayTyped, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import { findByReference, getPerson } from '#people/persons/persons.sql.ts'
import { rightsWorkers } from '../data-rights.ts'
import { requestClock } from '../request-clock.rules.ts'
import { requestForm } from '../request-forms.ts'
import { insertRequest, listRequestSteps, listRequests } from '../requests.sql.ts'
import { newRequestView, requestsView } from './requests.view.ts'

const atMost = 200

/** Who asked for what is held or that it be put right, with the day by which each is answered. */
export const requestsPage = page({
  path: '/data-requests',
  door: 'workspace',
  may: rightsWorkers,
  query: z.object({ show: z.enum(['open', 'closed']).catch('open') }),
  get: ({ query, clock, asActor }) =>
    asActor(async (tx) => {
      const open = query.show === 'open'
      const lines = await listRequests(tx, { open, limit: atMost })
      const requests = []
      for (const request of lines)
        requests.push({ request, clock: open ? await clockOf(tx, request, clock.today()) : null })
      return show(requestsView({ open, requests, today: clock.today() }))
    }),
})

/** Until when a request is to be answered, from its steps. */
export async function clockOf(
  tx: Tx,
  { id, receivedOn }: { readonly id: string; readonly receivedOn: string },
  today: IsoDate,
) {
  const steps = await listRequestSteps(tx, id)
  return requestClock(
    isoDate(receivedOn),
    steps.map(({ step, takenOn }) => ({ step, takenOn: isoDate(takenOn) })),
    today,
  )
}

/** Writes a request down, about a record that is told by its reference. */
export const newRequestPage = page({
  path: '/data-requests/new',
  door: 'workspace',
  may: rightsWorkers,
  query: z.object({ record: z.string().max(30).optional().catch(undefined) }),
  get: async ({ query, clock }) =>
    show(
      fresh(
        freshForm({
          id: newId(),
          reference: query.record ?? '',
          ...dayTyped('receivedOn', clock.today()),
        }),
      ),
    ),
  post: ({ body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const read = requestForm(clock.today()).read(body)
      if (!read.ok) return showAgain(fresh(read.error))
      const { reference, ...asked } = read.value
      const found = await findByReference(tx, readReference(reference) ?? '')
      if (found === undefined)
        return showAgain(
          fresh(withFault(body, 'reference', 'There is no record with this reference')),
        )
      const person = await getPerson(tx, found.id)
      const { accountId, authorityId, displayName } = actor
      if (accountId === null) throw new Forbidden('A request is logged by somebody')
      await noteRead(tx, actor, person.id, 'record', { purpose: 'because of your data request' })
      await insertRequest(tx, {
        ...asked,
        authorityId,
        reference: newReference('DSR'),
        personId: person.mergedInto ?? person.id,
        personName: fullName(person),
        personReference: person.reference,
        loggedBy: accountId,
        loggedByName: displayName,
      })
      return see(`/data-requests/${asked.id}`)
    }),
})

const fresh = (state: FormState): PageView => newRequestView(state)
