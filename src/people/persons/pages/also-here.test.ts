import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { testHouse } from '#platform/web/testing.ts'
import { alsoHereWords } from '../also-here.view.ts'
import { openRecord } from '../open-records.sql.ts'
import { persons } from '../room.ts'
import { aPerson } from '../testing.ts'

const house = await testHouse([persons], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const sam = await house.signIn({ duties: ['adviser'], name: 'Sam Okafor' })
const stranger = await house.signIn({
  duties: ['adviser'],
  organisation: 'Another hub',
  name: 'Una Else',
})

type Who = typeof jo
const opens = (who: Who, personId: string, time: string) =>
  asActor(house.db, who.actor, (tx) =>
    openRecord(tx, { actor: who.actor, personId, at: `2018-03-29T${time}:00Z` }),
  )
const names = (others: Awaited<ReturnType<typeof opens>>) => others.map(({ name }) => name)

test('two people on one record are told of each other, by name and since when', async () => {
  const { id } = await aPerson(house.db, jo.actor)
  assert.ok(!(await jo.get(`/carers/${id}`)).text.includes('has this record open too'))
  const second = await sam.get(`/carers/${id}`)
  assert.ok(second.text.includes('Jo Pugh has this record open too, since 1pm.'), second.text)
  const asked = await jo.get(`/carers/${id}/also-here`)
  assert.deepEqual(JSON.parse(asked.response.body), {
    said: 'Sam Okafor has this record open too, since 1pm.',
  })
})

test('who was there more than five minutes ago is there no longer, and begins anew', async () => {
  const { id } = await aPerson(house.db, jo.actor)
  await opens(jo, id, '09:00')
  await opens(jo, id, '09:04')
  const [first] = await opens(sam, id, '09:08')
  assert.deepEqual(
    [first?.name, Date.parse(first?.since ?? '')],
    ['Jo Pugh', Date.parse('2018-03-29T09:00:00Z')],
  )
  assert.deepEqual(names(await opens(sam, id, '09:10')), [])
  await opens(jo, id, '09:20')
  const [again] = await opens(sam, id, '09:21')
  assert.equal(Date.parse(again?.since ?? ''), Date.parse('2018-03-29T09:20:00Z'))
})

test('nobody of another organisation is told, and who may not read the record learns nothing', async () => {
  const organisationIds = [...jo.actor.organisationIds, ...stranger.actor.organisationIds]
  const { id } = await aPerson(house.db, jo.actor, { organisationIds })
  await opens(jo, id, '10:00')
  assert.deepEqual(await opens(stranger, id, '10:01'), [])
  assert.deepEqual(await opens(jo, id, '10:02'), [])
  const ours = await aPerson(house.db, jo.actor)
  assert.equal((await stranger.get(`/carers/${ours.id}/also-here`)).status, 404)
})

test('what was open long ago is forgotten when its reader opens another record', async () => {
  const [one, two] = [await aPerson(house.db, jo.actor), await aPerson(house.db, jo.actor)]
  await opens(jo, one.id, '11:00')
  await opens(jo, two.id, '11:30')
  const kept = await house.asSystem((tx) =>
    tx
      .selectFrom('openRecord')
      .select('personId')
      .where('personId', 'in', [one.id, two.id])
      .execute(),
  )
  assert.deepEqual(kept, [{ personId: two.id }])
})

test('several are told of in one sentence', () => {
  const since = '2018-03-29T12:30:00Z'
  const others = ['Jo', 'Sam', 'Priya'].map((name) => ({ name, since }))
  assert.equal(
    alsoHereWords(others),
    'Others have this record open too: Jo since 1:30pm, Sam since 1:30pm and Priya since 1:30pm.',
  )
})
