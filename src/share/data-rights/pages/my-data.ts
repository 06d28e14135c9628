import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { freshForm } from '#platform/web/form.ts'
import { file, page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { ownPersonId } from '#share/agreements/own.ts'
import { ownKinds, type DataRequest } from '../data-rights.ts'
import { listOwnRequests, listOwnRequestSteps } from '../own-requests.sql.ts'
import { getRelease, listReleases } from '../releases.sql.ts'
import { requestClock } from '../request-clock.rules.ts'
import { ownRequestForm } from '../request-forms.ts'
import { getRequest, insertRequest } from '../requests.sql.ts'
import { askView, myDataView, type OwnRequest } from './my-data.view.ts'

const declared = { door: 'carer', may: ['carer'] } as const

/** What the carer asked of their data, by when each is answered, and the answers. */
export const myDataPage = page({
  ...declared,
  path: '/my/data',
  get: ({ actor, asActor, clock }) =>
    asActor(async (tx) => {
      const requests: OwnRequest[] = []
      for (const request of await listOwnRequests(tx, ownPersonId(actor)))
        requests.push(await withClock(tx, request, clock.today()))
      return show(myDataView(requests, clock.today()))
    }),
})

async function withClock(tx: Tx, request: DataRequest, today: ReturnType<typeof isoDate>) {
  const steps = await listOwnRequestSteps(tx, request.id)
  return {
    request,
    steps,
    clock: requestClock(isoDate(request.receivedOn), steps, today),
    releases: await listReleases(tx, request.id),
  }
}

/** The carer asks for a copy, a correction or erasure; no reason is needed. */
export const myDataAskPage = page({
  ...declared,
  path: '/my/data/ask',
  query: z.object({ for: z.enum(Object.keys(ownKinds)).optional().catch(undefined) }),
  get: async ({ query }) => show(askView(freshForm({ id: newId(), kind: query.for ?? '' }))),
  post: ({ actor, body, asActor, clock }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      const read = ownRequestForm.read(body)
      if (!read.ok) return showAgain(askView(read.error))
      const { accountId, authorityId, displayName } = actor
      if (accountId === null) throw new Forbidden('A request is made by somebody')
      const person = await getPerson(tx, personId)
      await insertRequest(tx, {
        ...read.value,
        authorityId,
        reference: newReference('DSR'),
        personId,
        personName: fullName(person),
        personReference: person.reference,
        askedBy: 'self',
        askerName: fullName(person),
        receivedHow: 'online',
        receivedOn: clock.today(),
        loggedBy: accountId,
        loggedByName: displayName,
      })
      return see('/my/data')
    }),
})

/** The answer as it went out: the copy of what is held, or the letter. */
export const myDataAnswerPage = page({
  ...declared,
  path: '/my/data/:id/answers/:release/:format',
  params: z.object({ id: idParam, release: idParam, format: z.enum(['pdf', 'json']) }),
  get: ({ params: { id, release, format }, asActor }) =>
    asActor(async (tx) => {
      const { reference } = await getRequest(tx, id)
      const { pdf, json } = await getRelease(tx, { requestId: id, id: release })
      const disposition = 'attachment' as const
      return format === 'pdf'
        ? file({ name: `${reference}.pdf`, type: 'application/pdf', body: pdf, disposition })
        : file({ name: `${reference}.json`, type: 'application/json', body: json, disposition })
    }),
})
