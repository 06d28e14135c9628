import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import type { Room } from '#platform/room.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { referralClock } from '../room.ts'

const assessed: Room = {
  name: 'assessed',
  clock: [
    { step: 'asked', list: async () => [{ on: isoDate('2018-03-01'), kind: 'young_carer' }] },
    { step: 'assessed', list: async () => [{ on: isoDate('2018-03-29') }] },
  ],
}

const house = await testHouse([persons, assessed, referralClock], { today: '2018-03-29' })
const helen = await house.signIn({ duties: ['manager'], name: 'Helen Walsh' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const elsewhere = await house.signIn({ duties: ['administrator'], organisation: 'Another hub' })
const path = '/promises/steps'
const form = {
  id: '0190163d-8694-7397-b6a2-2a1e4b3c5d61',
  ...{ kind: 'young_carer', step: 'decided' },
  ...{ 'fromOn-day': '29', 'fromOn-month': '3', 'fromOn-year': '2018' },
  ...{ days: '2', amberDays: '1' },
}

test('what ships stands there for every kind of carer, with the way to the other promises', async () => {
  const page = await helen.get(path)
  assert.match(page.text, /Assessed, from asking .* Young carer 1 April 2015 45 35/)
  assert.ok(page.html.includes('href="/referrals/promises"'))
  assert.ok((await helen.get('/referrals/promises')).html.includes(`href="${path}"`))
  assert.equal((await jo.get(path)).status, 403)
})

const refusals: readonly [Record<string, string>, string][] = [
  [{ kind: '' }, 'Select the kind of carer'],
  [{ step: '' }, 'Select the step'],
  [{ 'fromOn-day': '28' }, 'It can hold from today on, not from earlier'],
  [{ days: '0' }, 'Working days must be a number from 1 to 120'],
  [{ days: '' }, 'Enter in how many working days it is due'],
  [{ amberDays: '' }, 'Enter after how many working days it turns amber'],
  [{ amberDays: '3' }, 'It must turn amber before the step is due'],
]

for (const [changed, words] of refusals) {
  test(`refused, and nothing typed is lost: ${words}`, async () => {
    const page = await helen.post(path, { ...form, ...changed })
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(words), page.text)
    assert.equal(page.field('fromOn-year'), '2018')
  })
}

test('a new promise is kept once, and holds on the record of whoever’s clock began from its day on', async () => {
  const carer = await aPerson(house.db, jo.actor, { givenName: 'Ellie' })
  assert.ok((await jo.get(`/carers/${carer.id}`)).text.includes('by 9 April 2018'))
  for (const time of ['first', 'second'])
    assert.equal((await helen.post(path, form)).status, 303, time)
  const page = await elsewhere.get(path)
  assert.equal(page.text.match(/29 March 2018/g)?.length, 1)
  assert.ok((await jo.get(`/carers/${carer.id}`)).text.includes('by 4 April 2018'))
})
