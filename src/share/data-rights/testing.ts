import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Room } from '#platform/room.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { safeguarding } from '#share/safeguarding/room.ts'
import { dataRights } from './room.ts'

/** A house with this room: an adviser, the council's practitioner and safeguarding lead, two administrators. */
export async function rightsHouse(
  options: { readonly today?: string } = {},
  more: readonly Room[] = [],
) {
  const house = await testHouse([persons, safeguarding, dataRights, ...more], options)
  const council = { organisation: 'Council', kind: 'council' }
  const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh', organisation: 'Hub' })
  return {
    ...house,
    jo,
    david: await house.signIn({
      duties: ['council_practitioner'],
      name: 'David Amphlett',
      ...council,
    }),
    ruth: await house.signIn({ duties: ['safeguarding_lead'], name: 'Ruth Adeyemi', ...council }),
    aisha: await house.signIn({ duties: ['administrator'], name: 'Aisha Khan', ...council }),
    owen: await house.signIn({ duties: ['administrator'], name: 'Owen Price', ...council }),
    /** A carer who looks after somebody, both with names that nobody else has. */
    aCarer: async (name: string, until?: string) => {
      const carer = await aPerson(house.db, jo.actor, {
        givenName: name,
        familyName: `${name}son`,
        email: `${name.toLowerCase()}@example.org`,
      })
      const other = await aPerson(house.db, jo.actor, {
        givenName: 'Brian',
        familyName: 'Vasey',
        kind: 'cared_for',
      })
      await asActor(house.db, jo.actor, (tx) =>
        insertCaring(tx, {
          authorityId: jo.actor.authorityId,
          id: newId(),
          carerId: carer.id,
          caredForId: other.id,
          relationship: 'husband',
        }),
      )
      if (until !== undefined)
        await house.asSystem((tx) =>
          tx
            .updateTable('involvement')
            .set({ until })
            .where('personId', 'in', [carer.id, other.id])
            .execute(),
        )
      return { carer, other }
    },
  }
}

export type RightsHouse = Awaited<ReturnType<typeof rightsHouse>>

/** A contact that Jo wrote down. */
export async function aContact(
  house: RightsHouse,
  personId: string,
  words: string,
  at = '2018-03-01T10:00:00Z',
) {
  const id = newId()
  const { actor } = house.jo
  await asActor(house.db, actor, (tx) =>
    tx
      .insertInto('contact')
      .values({
        authorityId: actor.authorityId,
        id,
        personId,
        organisationId: actor.organisationIds[0]!,
        accountId: actor.accountId,
        at,
        channel: 'phone',
        direction: 'in',
        words,
      })
      .execute(),
  )
  return id
}
