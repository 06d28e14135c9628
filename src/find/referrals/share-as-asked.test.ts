import { test } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import type { Told } from './referral.ts'
import { referrals } from './room.ts'
import type { SharingAsked } from './sharing-asked.rules.ts'
import { aReferral } from './testing.ts'

const house = await testHouse([persons, caring, referrals], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'] })
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
})

const ada = { givenName: 'Ada', familyName: 'Merrick', telephone: null, dateOfBirth: null }
const agreed: SharingAsked = {
  sender: true,
  practice: null,
  council: false,
  purposes: ['emergency'],
}

/** A referral taken on, onto that record or as a new one. */
async function take(personId: string, record: string, told: Partial<Told>): Promise<void> {
  const about = { told, receivedOn: '2018-03-26', shareOutcome: false }
  const id = await aReferral(house, surgery.actor, about)
  const page = await jo.get(`/referrals/${id}`)
  const done = await jo.post(`/referrals/${id}/accept`, {
    version: page.field('version')!,
    newId: personId,
    record,
    worker: jo.actor.accountId!,
    'contactBy-day': '13',
    'contactBy-month': '4',
    'contactBy-year': '2018',
  })
  assert.equal(done.location, `/carers/${personId}`, done.text)
}

const agreements = (personId: string) =>
  house.asSystem((tx) =>
    tx
      .selectFrom('agreement')
      .select(['organisationId', 'purposes', 'until', 'endedOn', 'howGiven'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
  )

test('what a carer agreed at a door is kept for a year, once, beside what they agreed before', async () => {
  const id = newId()
  await take(id, 'new', { ...ada, mayKnow: agreed })
  const [organisationId] = surgery.actor.organisationIds
  const same = { organisationId, until: '2019-03-26', endedOn: null, howGiven: 'written' }
  const first = { ...same, purposes: ['identity', 'emergency'] }
  assert.deepEqual(await agreements(id), [first])
  await take(id, id, { ...ada, mayKnow: agreed })
  assert.deepEqual(await agreements(id), [first])
  await take(id, id, { ...ada, mayKnow: { ...agreed, purposes: ['support'] } })
  assert.deepEqual(await agreements(id), [first, { ...same, purposes: ['identity', 'support'] }])
})

test('nothing is agreed for a child on the word of another, nor where nobody was named', async () => {
  for (const told of [
    { ...ada, age: 12, mayKnow: agreed },
    { ...ada, mayKnow: { ...agreed, sender: false } },
    ada,
  ]) {
    const id = newId()
    await take(id, 'new', told)
    assert.deepEqual(await agreements(id), [])
  }
})
