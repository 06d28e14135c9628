import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { newId } from '#platform/lib/ids.ts'
import { whyNotTo } from '#platform/messages/messages.sql.ts'
import { testHouse } from '#platform/web/testing.ts'
import { listLookedAfter } from '#people/caring/cared-for-found.sql.ts'
import { insertCaring, listCarers } from '#people/caring/caring.sql.ts'
import { findNeeds, insertNeeds, updateNeeds } from '#people/persons/communication.sql.ts'
import { aPerson } from '#people/persons/testing.ts'

// A young carer who asked that a parent is not told: what the database keeps from the parent's side by
// itself, whatever page asks. test/walls.test.ts tries every page.
const house = await testHouse([])
const authorityId = house.house.authority.id
const young = await house.signIn({
  duties: ['key_worker'],
  organisation: 'Young carers',
  kind: 'young_carers',
})
const hub = await house.signIn({ duties: ['adviser'], organisation: 'Hub', kind: 'hub' })
const council = await house.signIn({
  duties: ['council_practitioner'],
  organisation: 'Council',
  kind: 'council',
})

async function aFamily() {
  const child = await aPerson(house.db, young.actor, {
    givenName: 'Imran',
    kind: 'young_carer',
    email: 'family@example.org',
    mobilePhone: '07700900123',
  })
  const parent = await aPerson(house.db, hub.actor, { email: 'Family@example.org' })
  await house.asSystem((tx) =>
    insertCaring(tx, { authorityId, id: newId(), carerId: child.id, caredForId: parent.id }),
  )
  const account = await house.signIn({ duties: ['carer'], personId: parent.id })
  return { child: child.id, parent: parent.id, account }
}

const asks = (personId: string): Promise<unknown> =>
  house.asSystem((tx) =>
    insertNeeds(tx, { authorityId, personId, values: { notWithParent: true } }),
  )

const carersOf = (parent: string) =>
  asActor(house.db, council.actor, async (tx) => [
    (await listCarers(tx, parent)).length,
    (await listLookedAfter(tx, [parent])).size,
  ])

test('the parent’s side has no carer more, and has one again when the child wants it', async () => {
  const { child, parent } = await aFamily()
  assert.deepEqual(await carersOf(parent), [1, 1])
  await asks(child)
  assert.deepEqual(await carersOf(parent), [0, 0])
  await house.asSystem(async (tx) => {
    const needs = (await findNeeds(tx, child))!
    await updateNeeds(tx, { needs, version: needs.version, values: { notWithParent: false } })
  })
  assert.deepEqual(await carersOf(parent), [1, 1])
})

test('who is written down as looking after a parent later is kept from them all the same', async () => {
  const { child } = await aFamily()
  await asks(child)
  const other = await aPerson(house.db, hub.actor)
  await house.asSystem((tx) =>
    insertCaring(tx, { authorityId, id: newId(), carerId: child, caredForId: other.id }),
  )
  assert.deepEqual(await carersOf(other.id), [0, 0])
})

test('a look by the child’s service is not on the parent’s list of who looked', async () => {
  const { child, parent, account } = await aFamily()
  const looks = () =>
    asActor(
      house.db,
      account.actor,
      async (tx) =>
        (
          await tx
            .selectFrom('readLog')
            .select('readerName')
            .where('personId', '=', parent)
            .execute()
        ).length,
    )
  const look = (who: typeof young) =>
    asActor(house.db, who.actor, (tx) => noteRead(tx, who.actor, parent, 'record'))
  await look(young)
  assert.equal(await looks(), 1)
  await asks(child)
  await look(young)
  assert.equal(await looks(), 1)
  await look(hub)
  assert.equal(await looks(), 2)
})

test('no email goes to an address that the parent has too, nor a text to their number', async () => {
  const { child, parent } = await aFamily()
  const why = (channel: 'email' | 'text') =>
    house.asSystem((tx) => whyNotTo(tx, { authorityId, personId: child, channel, purpose: 'plan' }))
  assert.equal(await why('email'), null)
  await asks(child)
  assert.match((await why('email')) ?? '', /somebody else’s in the family/)
  assert.equal(await why('text'), null)
  await house.asSystem((tx) =>
    tx.updateTable('person').set({ homePhone: '07700900123' }).where('id', '=', parent).execute(),
  )
  assert.match((await why('text')) ?? '', /this mobile number/)
})

test('a hub that knows a child through their parent alone no longer knows that there is a record', async () => {
  const { child, parent } = await aFamily()
  await house.asSystem((tx) =>
    insertCaring(tx, { authorityId, id: newId(), carerId: parent, caredForId: child }),
  )
  const known = () =>
    asActor(house.db, hub.actor, async (tx) => {
      const people = await tx.selectFrom('person').select('id').where('id', '=', child).execute()
      return people.length
    })
  assert.equal(await known(), 1)
  await asks(child)
  assert.equal(await known(), 0)
})
