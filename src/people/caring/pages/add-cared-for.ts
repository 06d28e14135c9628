import { workers } from '#platform/access/duties.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { readReference } from '#platform/lib/reference.ts'
import { freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { listLikelyRecords } from '#people/matching/likely-records.ts'
import { keepFindable } from '#people/persons/keep-findable.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName, type Person, type PersonSummary } from '#people/persons/person.ts'
import { findByReference, getPerson, insertPerson } from '#people/persons/persons.sql.ts'
import { placed } from '#people/persons/placed.ts'
import { newCaringForm } from '../caring-form.ts'
import { insertCaring } from '../caring.sql.ts'
import { addCaredForView } from './add-cared-for.view.ts'

type Filled = Extract<ReturnType<ReturnType<typeof newCaringForm>['read']>, { ok: true }>['value']

/** Writes down someone the carer looks after. */
export const addCaredForPage = page({
  path: '/carers/:id/looks-after/new',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: ({ params, clock, asActor }) =>
    asActor(async (tx) => {
      const carer = await getPerson(tx, params.id)
      return show(viewOf({ carer, state: freshForm({ id: newId() }), today: clock.today() }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const carer = await getPerson(tx, params.id)
      const today = clock.today()
      const read = newCaringForm(today).read(body)
      if (!read.ok) return showAgain(viewOf({ carer, state: read.error, today }))
      const likely = await likelyTwice(tx, actor, carer, read.value)
      if (likely.length > 0)
        return showAgain(viewOf({ carer, state: freshForm(body), likely, today }))
      const caredForId = await caredFor(tx, actor, read.value)
      const fault = caredForId === 'unknown' ? 'No record of yours has this reference' : null
      if (fault !== null || caredForId === carer.id) {
        const message = fault ?? 'This is the carer’s own reference'
        return showAgain(viewOf({ carer, state: withFault(body, 'reference', message), today }))
      }
      await insertCaring(tx, {
        authorityId: actor.authorityId,
        id: read.value.id,
        carerId: carer.id,
        caredForId,
        relationship: read.value.relationship,
        conditions: read.value.conditions,
        hoursBand: read.value.hoursBand,
        livesTogether:
          read.value.livesTogether === null ? null : read.value.livesTogether === 'yes',
        since: read.value.since,
      })
      return see(`/carers/${carer.id}`)
    }),
})

/** The cared-for person's id: of the record named by reference, of a new one, or none where nameless. */
async function caredFor(tx: Tx, actor: Actor, filled: Filled): Promise<string | null> {
  if (filled.reference !== null) {
    const found = await findByReference(tx, readReference(filled.reference) ?? '')
    return found?.id ?? 'unknown'
  }
  const { givenName, familyName, dateOfBirth, postcode } = filled
  if (givenName === null || familyName === null) return null
  // The new person goes by the id of the relation, so that the same form sent twice makes one.
  const person = placed({
    id: filled.id,
    authorityId: actor.authorityId,
    givenName,
    familyName,
    dateOfBirth,
    postcode,
  })
  if (await insertPerson(tx, person)) await keepFindable(tx, filled.id)
  return filled.id
}

/** Records that may be of the same person, unless somebody looked at them already. */
async function likelyTwice(
  tx: Tx,
  actor: Actor,
  carer: Person,
  { id, givenName, familyName, dateOfBirth, postcode, reference, surelyNew }: Filled,
): Promise<readonly PersonSummary[]> {
  if (surelyNew || reference !== null || givenName === null || familyName === null) return []
  const told = { givenName, familyName, dateOfBirth, postcode }
  const likely = await listLikelyRecords(tx, actor, told)
  return likely
    .map(({ person }) => person)
    .filter((person) => person.id !== id && person.id !== carer.id)
}

function viewOf(of: Parameters<typeof addCaredForView>[0]): PageView {
  return {
    title: `Who does ${fullName(of.carer)} look after?`,
    main: addCaredForView(of),
  }
}
