import type { Actor } from '#platform/access/actor.ts'
import { systemActor, asActor } from '#platform/access/as-actor.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { insertInvolvement } from './involvements.sql.ts'
import { keepFindable } from './keep-findable.ts'
import type { Person } from './person.ts'
import { getPerson, insertPerson, type NewDetails } from './persons.sql.ts'

export type AboutPerson = Partial<NewDetails> & {
  /** Organisations that work with the person; the actor's own unless told. */
  readonly organisationIds?: readonly number[]
  readonly kind?: string
  readonly workerId?: string | null
}

/** A person in the register whom the actor's organisation works with, findable. */
export async function aPerson(
  db: Database,
  actor: Actor,
  about: AboutPerson = {},
): Promise<Person> {
  const {
    organisationIds = actor.organisationIds,
    kind = 'adult_carer',
    workerId = null,
    ...row
  } = about
  const person = {
    authorityId: actor.authorityId,
    id: newId(),
    givenName: 'Margaret',
    familyName: 'Tolley',
    ...row,
  }
  const house = systemActor({ ...actor, reason: 'test' })
  return asActor(db, house, async (tx) => {
    await insertPerson(tx, person)
    for (const organisationId of organisationIds) {
      const about = { personId: person.id, organisationId, kind, workerId, since: '2017-05-01' }
      await insertInvolvement(tx, { authorityId: actor.authorityId, id: newId(), ...about })
    }
    await keepFindable(tx, person.id)
    return getPerson(tx, person.id)
  })
}
