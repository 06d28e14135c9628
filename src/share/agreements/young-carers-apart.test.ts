import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { insertInvolvement } from '#people/persons/involvements.sql.ts'
import { aPerson } from '#people/persons/testing.ts'
import { endAgreement, insertAgreement } from './agreements.sql.ts'

// No Wrong Doors (ADASS, ADCS and others): an adult hub and a young carers' service work together by
// agreement and at the step from one to the other, and else do not read each other's records.
const house = await testHouse([])
const authorityId = house.house.authority.id
const young = await house.signIn({
  duties: ['key_worker'],
  organisation: 'Young carers',
  kind: 'young_carers',
})
const hub = await house.signIn({ duties: ['adviser'], organisation: 'Hub', kind: 'hub' })
type Worker = typeof hub
const orgOf = ({ actor }: Worker): number => actor.organisationIds[0]!

const works = (personId: string, who: Worker, kind: string): Promise<void> =>
  house.asSystem((tx) =>
    insertInvolvement(tx, {
      authorityId,
      id: newId(),
      personId,
      organisationId: orgOf(who),
      kind,
      workerId: null,
      since: '2018-01-01',
    }),
  )

const writes = (who: Worker, personId: string, words: string): Promise<unknown> =>
  asActor(house.db, who.actor, (tx) =>
    tx
      .insertInto('contact')
      .values({
        authorityId,
        id: newId(),
        personId,
        organisationId: orgOf(who),
        at: '2018-03-01T10:00:00Z',
        channel: 'phone',
        direction: 'in',
        words,
      })
      .execute(),
  )

/** What somebody reads of a young person: who they are, which services work with them, what was said. */
const reads = (who: Worker, personId: string) =>
  asActor(house.db, who.actor, async (tx) => {
    const person = await tx.selectFrom('person').select('id').where('id', '=', personId).execute()
    const services = await tx
      .selectFrom('involvement')
      .select('organisationId')
      .where('personId', '=', personId)
      .execute()
    const said = await tx
      .selectFrom('contact')
      .select('words')
      .where('personId', '=', personId)
      .orderBy('words')
      .execute()
    return {
      known: person.length === 1,
      services: services.map(({ organisationId }) => organisationId),
      said: said.map(({ words }) => words),
    }
  })

async function imran(): Promise<string> {
  const person = await aPerson(house.db, young.actor, { givenName: 'Imran', kind: 'young_carer' })
  await writes(young, person.id, 'at school')
  return person.id
}

test('a hub that works with the parent knows who the child is, and nothing of the young carers’ service', async () => {
  const child = await imran()
  const parent = await aPerson(house.db, hub.actor)
  await house.asSystem((tx) =>
    insertCaring(tx, { authorityId, id: newId(), carerId: parent.id, caredForId: child }),
  )
  assert.deepEqual(await reads(hub, child), { known: true, services: [], said: [] })
  await writes(young, child, 'later')
  assert.deepEqual((await reads(hub, child)).said, [])
  assert.deepEqual((await reads(young, child)).said, ['at school', 'later'])
})

test('of one young person whom both work with, each reads its own rows alone', async () => {
  const id = await imran()
  await works(id, hub, 'adult_carer')
  await writes(hub, id, 'at work')
  assert.deepEqual(await reads(hub, id), { known: true, services: [orgOf(hub)], said: ['at work'] })
  assert.deepEqual(await reads(young, id), {
    known: true,
    services: [orgOf(young)],
    said: ['at school'],
  })
})

test('what was agreed is read, and once it ended no longer', async () => {
  const id = await imran()
  await works(id, hub, 'adult_carer')
  const agreement = newId()
  await house.asSystem((tx) =>
    insertAgreement(tx, {
      authorityId,
      id: agreement,
      personId: id,
      organisationId: orgOf(hub),
      purposes: ['identity', 'support'],
      agreedOn: '2018-01-01',
      howGiven: 'telephone',
      recordedBy: null,
    }),
  )
  assert.deepEqual((await reads(hub, id)).said, ['at school'])
  await house.asSystem((tx) =>
    endAgreement(tx, {
      id: agreement,
      endedOn: '2018-04-01',
      endedBy: null,
      endedHow: 'telephone',
    }),
  )
  assert.deepEqual((await reads(hub, id)).said, [])
})

test('a young person who steps from one to the other is read by both, until the step is taken', async () => {
  const id = await imran()
  await works(id, hub, 'young_adult_carer')
  await writes(hub, id, 'at college')
  for (const who of [hub, young])
    assert.deepEqual((await reads(who, id)).said, ['at college', 'at school'])
  await house.asSystem((tx) =>
    tx
      .updateTable('involvement')
      .set({ kind: 'adult_carer' })
      .where('personId', '=', id)
      .where('organisationId', '=', orgOf(hub))
      .execute(),
  )
  assert.deepEqual((await reads(hub, id)).said, ['at college'])
  assert.deepEqual((await reads(young, id)).said, ['at school'])
})
