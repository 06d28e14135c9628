import { test } from 'node:test'
import assert from 'node:assert/strict'
import { addDays, isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Room, TodayItem } from '#platform/room.ts'
import { testHouse } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { contacts } from '#find/contacts/room.ts'
import { insertReferral } from '#find/referrals/referrals.sql.ts'
import { referrals } from '#find/referrals/room.ts'
import { today } from '../room.ts'

const day = isoDate('2018-03-29')
const reviews: TodayItem[] = Array.from({ length: 70 }, (_, at) => ({
  dueOn: addDays(day, at - 5),
  title: `Review number ${at + 1}`,
  href: `/reviews/${at}`,
  kind: 'review',
}))

/** A room of the test's own with more work than is shown among other work, for managers alone. */
const many: Room = {
  name: 'many',
  today: [
    {
      kind: 'review',
      label: 'Reviews',
      may: ['manager'],
      list: async (_, { limit }) => ({ items: reviews.slice(0, limit), total: reviews.length }),
    },
  ],
}

const house = await testHouse([persons, caring, referrals, contacts, today, many], { today: day })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })

const aReferral = (receivedOn: string, name: string) =>
  house.asSystem((tx) =>
    insertReferral(tx, {
      authorityId: jo.actor.authorityId,
      id: newId(),
      kind: 'adult_carer',
      receivedOn,
      source: 'self',
      toOrganisationId: jo.actor.organisationIds[0]!,
      state: 'new',
      told: { givenName: name, familyName: 'Marsh' },
    }),
  )

test('a day with nothing in it says so', async () => {
  const page = await jo.get('/today')
  assert.equal(page.status, 200)
  for (const words of [
    'Thursday 29 March 2018',
    'Nothing is overdue',
    'Nothing is due today',
    'Log a contact',
  ]) {
    assert.ok(page.text.includes(words), words)
  }
})

test('what waits stands under its day, with how late it is', async () => {
  await aReferral('2018-03-19', 'Olive')
  await aReferral('2018-03-28', 'Nora')
  const { text } = await jo.get('/today')
  assert.match(text, /Overdue 1 .*Olive Marsh.* 3 days late .*Today 0/)
  assert.match(text, /Later 1 .*Nora Marsh/)
})

test('each duty sees its own work, and a filter shows one kind with its exact number', async () => {
  assert.ok(!(await jo.get('/today')).text.includes('Review number'))
  const all = await mo.get('/today')
  assert.ok(all.text.includes('Reviews 70') && all.text.includes('All 72'))
  assert.ok(
    all.text.includes('Reviews: 60 of 70 are shown') && !all.text.includes('Review number 61'),
  )
  const only = await mo.get('/today?show=review')
  assert.ok(only.text.includes('Review number 70') && !only.text.includes('Olive'))
  assert.ok(only.text.includes('Reviews 70') && only.text.includes('Referrals to triage 2'))
})

test('a filter nobody knows shows nothing and breaks nothing', async () => {
  const page = await mo.get('/today?show=nonsense')
  assert.equal(page.status, 200)
  assert.ok(page.text.includes('Nothing is overdue'))
})

test('today is for workers, and a referrer has another home', async () => {
  const referrer = await house.signIn({
    duties: ['referrer'],
    organisation: 'Surgery',
    kind: 'gp_practice',
  })
  assert.equal((await referrer.get('/today')).status, 403)
})

test('navigation counts what waits and who is mine', async () => {
  await aPerson(house.db, jo.actor, { workerId: jo.actor.accountId })
  const { text } = await jo.get('/today')
  assert.ok(text.includes('Referrals 2') && text.includes('My carers 1'))
})

test('my carers are those whose named worker I am', async () => {
  await aPerson(house.db, jo.actor, { givenName: 'Mine', workerId: jo.actor.accountId })
  await aPerson(house.db, jo.actor, { givenName: 'Theirs', workerId: mo.actor.accountId })
  const { text } = await jo.get('/my-carers')
  assert.ok(text.includes('Mine Tolley') && !text.includes('Theirs Tolley'))
  assert.equal((await jo.get('/my-carers?page=99')).status, 200)
})

test('a manager sees what everybody in the team has in hand, and opens the day of one of them', async () => {
  const team = await mo.get('/team')
  assert.match(team.text, /Jo Pugh 2 0 0 0 Mo Adeyemi 1 0 0 0/)
  const theirs = await mo.get(`/today?of=${jo.actor.accountId}`)
  assert.ok(theirs.text.includes('The day of Jo Pugh, Thursday 29 March 2018'))
  assert.ok(theirs.html.includes(`of=${jo.actor.accountId}&amp;show=referral`))
})

test('the team is for managers, and nobody else opens the day of another', async () => {
  assert.equal((await jo.get('/team')).status, 403)
  assert.equal((await jo.get(`/today?of=${mo.actor.accountId}`)).status, 404)
  const stranger = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
  assert.equal((await stranger.get(`/today?of=${jo.actor.accountId}`)).status, 404)
  assert.ok(!(await stranger.get('/team')).text.includes('Jo Pugh'))
})
