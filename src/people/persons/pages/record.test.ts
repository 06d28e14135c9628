import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Room } from '#platform/room.ts'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '../room.ts'
import { aPerson } from '../testing.ts'

/** A room of the test's own, to see that the record shows whatever rooms hand over. */
const neighbour: Room = {
  name: 'neighbour',
  recordPanels: [
    {
      id: 'plan',
      side: 'facts',
      order: 40,
      show: async () => ({ title: 'Emergency plan', body: html`8 months old` }),
    },
    { id: 'nothing', side: 'facts', order: 41, show: async () => null },
  ],
  timeline: [
    {
      kind: 'contact',
      label: 'Contacts',
      list: async () => [
        {
          on: isoDate('2018-03-20'),
          at: '2018-03-20T09:30:00Z',
          kind: 'contact',
          title: 'Morning call',
          by: 'Jo Pugh',
        },
        {
          on: isoDate('2018-03-20'),
          at: '2018-03-20T15:30:00Z',
          kind: 'contact',
          title: 'Afternoon call',
          text: 'Not slept <b>much</b>',
        },
      ],
    },
    {
      kind: 'referral',
      label: 'Referrals',
      list: async () => [
        {
          on: isoDate('2018-03-28'),
          kind: 'referral',
          title: 'From the surgery',
          href: '/referrals/1',
        },
      ],
    },
  ],
  clock: [
    { step: 'asked', list: async () => [{ on: isoDate('2018-03-11') }] },
    { step: 'talked', list: async () => [{ on: isoDate('2018-03-20') }] },
  ],
}

const house = await testHouse([persons, neighbour], { today: '2018-03-29' })
const adviser = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const margaret = await aPerson(house.db, adviser.actor, {
  dateOfBirth: '1946-06-01',
  safeContact: 'No voicemail: he listens to it',
  informationFormat: 'large_print',
  mayPost: false,
  homePhone: '01632960287',
})

test('a record shows who it is, what to beware of, and what every room hands over', async () => {
  const page = await adviser.get(`/carers/${margaret.id}`)
  assert.equal(page.status, 200)
  for (const words of [
    'Margaret Tolley',
    '71 years old',
    margaret.reference,
    'No voicemail: he listens to it',
    'Large print',
    'No post',
    'Emergency plan 8 months old',
    'Asked ✓',
    '18 days so far',
    '01632 960287',
  ]) {
    assert.ok(page.text.includes(words), words)
  }
  assert.ok(page.html.includes('Not slept &lt;b&gt;much'))
})

test('the timeline runs backwards, by the hour where one is known', async () => {
  const { text } = await adviser.get(`/carers/${margaret.id}`)
  const places = ['From the surgery', 'Afternoon call', 'Morning call'].map((title) =>
    text.indexOf(title),
  )
  assert.ok(places.every((place, at) => place > (places[at - 1] ?? 0)))
})

test('a filter in the address shows one kind of entry, and a kind nobody knows shows none', async () => {
  const filtered = await adviser.get(`/carers/${margaret.id}?show=referral`)
  assert.ok(filtered.text.includes('From the surgery') && !filtered.text.includes('Morning call'))
  assert.ok(
    (await adviser.get(`/carers/${margaret.id}?show=nonsense`)).text.includes('Nothing here yet'),
  )
  assert.equal((await adviser.get(`/carers/${margaret.id}?show=a&show=b&all=maybe`)).status, 200)
})

test('a look is written down for the carer to read', async () => {
  await adviser.get(`/carers/${margaret.id}`)
  const looks = await house.asSystem((tx) =>
    tx
      .selectFrom('readLog')
      .select(['readerName', 'what'])
      .where('personId', '=', margaret.id)
      .execute(),
  )
  assert.ok(looks.length > 0)
  assert.deepEqual(looks[0], { readerName: 'Jo Pugh', what: 'record' })
})

test('a record that was merged leads to the one it became part of', async () => {
  const twin = await aPerson(house.db, adviser.actor)
  await house.asSystem((tx) =>
    tx.updateTable('person').set({ mergedInto: margaret.id }).where('id', '=', twin.id).execute(),
  )
  const page = await adviser.get(`/carers/${twin.id}`)
  assert.deepEqual([page.status, page.location], [303, `/carers/${margaret.id}`])
})

test('a record of another organisation, one that never was, and no id at all are all not found', async () => {
  const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  for (const id of [margaret.id, newId(), 'not-an-id']) {
    assert.equal((await stranger.get(`/carers/${id}`)).status, 404)
  }
})

test('a referrer is refused the record, and a visitor is asked to sign in', async () => {
  const referrer = await house.signIn({
    duties: ['referrer'],
    organisation: 'Surgery',
    kind: 'gp_practice',
  })
  assert.equal((await referrer.get(`/carers/${margaret.id}`)).status, 403)
  assert.equal((await house.visitor.get(`/carers/${margaret.id}`)).status, 303)
})
