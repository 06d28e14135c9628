import type { Actor } from '#platform/access/actor.ts'
import { asActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { TestDatabase } from '#platform/db/testing.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Room } from '#platform/room.ts'
import { testHouse, type TestHouse } from '#platform/web/testing.ts'
import { newReference } from '#platform/lib/reference.ts'

/** A house with these rooms, an assessor and a manager of one hub, and ways to put carers into it. */
export async function supportHouse(
  rooms: readonly Room[],
  options: { today?: string; database?: TestDatabase } = {},
) {
  const house = await testHouse(rooms, options)
  const assessor = await house.signIn({ duties: ['assessor'], name: 'Jo Pugh' })
  const manager = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })
  return {
    ...house,
    assessor,
    manager,
    /** One transaction as this actor, under row-level security. */
    as: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => asActor(house.db, actor, work),
    aCarer: (about: AboutCarer = {}) => aCarer(house, assessor.actor, about),
  }
}

export type AboutCarer = {
  readonly givenName?: string
  readonly familyName?: string
  readonly format?: string
  readonly email?: string | null
  /** Null for a carer who was never assessed. */
  readonly assessedOn?: string | null
  readonly kind?: 'adult_carer' | 'parent_carer' | 'young_carer'
}

/** A carer of the assessor's hub, assessed unless told otherwise. */
async function aCarer(house: TestHouse, by: Actor, about: AboutCarer) {
  const person = {
    authorityId: by.authorityId,
    id: newId(),
    reference: newReference(),
    givenName: about.givenName ?? 'Margaret',
    familyName: about.familyName ?? 'Tolley',
    email: about.email === undefined ? 'margaret@example.org' : about.email,
    address1: '4 Orchard Rise',
    town: 'Malvern',
    postcode: 'WR14 2AA',
    informationFormat: about.format ?? 'standard',
  }
  const kind = about.kind ?? 'adult_carer'
  const assessmentId = newId()
  await asActor(house.db, by, async (tx) => {
    await tx.insertInto('person').values(person).execute()
    await tx
      .insertInto('involvement')
      .values({
        authorityId: by.authorityId,
        id: newId(),
        personId: person.id,
        organisationId: by.organisationIds[0]!,
        kind,
        workerId: by.accountId,
        since: '2018-01-10',
      })
      .execute()
    if (about.assessedOn === null) return
    await tx
      .insertInto('assessment')
      .values({
        authorityId: by.authorityId,
        id: assessmentId,
        personId: person.id,
        organisationId: by.organisationIds[0]!,
        kind,
        state: 'completed',
        completedOn: about.assessedOn ?? '2018-03-12',
        outcome: 'eligible',
      })
      .execute()
  })
  return { ...person, assessmentId }
}
