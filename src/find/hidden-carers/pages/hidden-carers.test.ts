import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { persons } from '#people/persons/room.ts'
import type { Person } from '#people/persons/person.ts'
import { aPerson, type AboutPerson } from '#people/persons/testing.ts'
import { hiddenCarers } from '../room.ts'

const house = await testHouse([persons, caring, hiddenCarers], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Reed' })
const { authorityId } = jo.actor

const home = { address1: '4 Orchard Rise', postcode: 'WR14 2AA' }
const carer = (about: AboutPerson = {}) =>
  aPerson(house.db, jo.actor, { givenName: 'Ann', workerId: jo.actor.accountId, ...home, ...about })
const cares = (one: Person, other: Person, more: Record<string, unknown> = {}) =>
  house.asSystem((tx) =>
    insertCaring(tx, { authorityId, id: newId(), carerId: one.id, caredForId: other.id, ...more }),
  )

test('a young person in the home of who is cared for is asked about on both records and the list', async () => {
  const ann = await carer()
  const brian = await carer({
    givenName: 'Brian',
    kind: 'cared_for',
    organisationIds: [],
    address1: null,
    postcode: null,
  })
  await cares(ann, brian, { livesTogether: true })
  await carer({ givenName: 'Tom', dateOfBirth: '2006-03-01', kind: 'cared_for' })
  const words = /Tom Tolley, 12, lives with Brian Tolley, who needs care\. Does Tom Tolley help\?/
  assert.match((await jo.get(`/carers/${ann.id}`)).text, words)
  assert.match((await jo.get(`/carers/${brian.id}`)).text, words)
  assert.match((await jo.get('/hidden-carers')).text, words)
  assert.match((await mo.get('/hidden-carers?all=yes')).text, words)
  assert.doesNotMatch((await mo.get('/hidden-carers')).text, words)
})

test('what came of it is remembered with its reason, and not asked again', async () => {
  const elsewhere = { address1: '9 Mill Lane', postcode: 'WR1 1AA' }
  const eve = await carer({ givenName: 'Eve', ...elsewhere })
  const carl = await carer({
    givenName: 'Carl',
    ...elsewhere,
    kind: 'cared_for',
    organisationIds: [],
  })
  await cares(eve, carl, { until: '2018-01-01', endReason: 'own_wish' })
  const asked = await jo.get(`/carers/${carl.id}`)
  assert.match(asked.text, /Eve Tolley no longer looks after Carl Tolley\. Who does now\?/)
  const at = `/carers/${carl.id}/hidden-carers/carer_ended?about=${eve.id}`
  const form = await jo.get(at)
  const sent = { id: form.field('id')!, words: 'Carers come in four times a day' }
  const refused = await jo.post(at, sent)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Select what came of it/)
  for (const page of [
    await jo.post(at, { ...sent, answer: 'no_carer' }),
    await jo.post(at, { ...sent, answer: 'no_carer' }),
  ])
    assert.equal(page.location, `/carers/${carl.id}`)
  assert.doesNotMatch((await jo.get(`/carers/${carl.id}`)).text, /A carer nobody knows/)
  const kept = await house.asSystem((tx) =>
    tx.selectFrom('hiddenCarerAnswer').selectAll().where('personId', '=', carl.id).execute(),
  )
  assert.deepEqual(
    kept.map(({ answer, words, answeredByName }) => [answer, words, answeredByName]),
    [['no_carer', 'Carers come in four times a day', 'Jo Pugh']],
  )
})

test('two who look after each other are each offered support in their own right', async () => {
  const [pat, quin] = [await carer({ givenName: 'Pat' }), await carer({ givenName: 'Quin' })]
  await cares(pat, quin)
  await cares(quin, pat)
  assert.match(
    (await jo.get(`/carers/${pat.id}`)).text,
    /Pat Tolley and Quin Tolley look after each other/,
  )
})

test('nobody is asked about people whom they may not know', async () => {
  const stranger = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
  assert.match((await stranger.get('/hidden-carers?all=yes')).text, /There is nothing to look into/)
  const ann = await carer()
  assert.equal((await stranger.get(`/carers/${ann.id}/hidden-carers/no_carer`)).status, 404)
})
