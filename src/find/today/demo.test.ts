import { test } from 'node:test'
import assert from 'node:assert/strict'
import { testHouse } from '#platform/web/testing.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { placeDemoPeople } from '#share/accounts/demo.ts'
import { contacts } from '#find/contacts/room.ts'
import { referrals } from '#find/referrals/room.ts'
import { demoReferrals } from './demo-day.ts'
import { loadDemoDay } from './demo.ts'
import { today } from './room.ts'

const house = await testHouse([persons, referrals, contacts, today], { today: '2018-03-29' })
await placeDemoPeople(house.house)
const hub = "Worcestershire Carers' Hub"
const adviser = await house.signIn({ duties: ['adviser'], organisation: hub })
for (let at = 0; at < 20; at += 1) {
  const { id } = await aPerson(house.db, adviser.actor, {
    givenName: `Carer${at}`,
    homePhone: '01632960287',
  })
  await house.asSystem((tx) =>
    tx
      .insertInto('previousId')
      .values({
        authorityId: adviser.actor.authorityId,
        id,
        source: 'register',
        sourceId: `WAC${at}`,
        personId: id,
      })
      .execute(),
  )
}
await loadDemoDay(house.house)

test('a demo has referrals to triage, and its adviser has carers and promises', async () => {
  const day = await adviser.get('/today')
  for (const name of ['Derek Holloway', 'Susan Brightwell', 'Asha Pattani'])
    assert.ok(day.text.includes(name), name)
  const manager = await house.signIn({ duties: ['manager'], organisation: hub })
  const team = await manager.get('/team')
  assert.match(team.text, /Jo Pugh 14 0 5, 2 late 4/)
})

test("a young carer's referral went to the young carers' service", async () => {
  const worker = await house.signIn({
    duties: ['key_worker'],
    organisation: 'Worcestershire Young Carers',
    kind: 'young_carers',
  })
  assert.ok((await worker.get('/today')).text.includes('Kieran Loxley'))
  assert.ok(!(await adviser.get('/today')).text.includes('Kieran Loxley'))
})

test('what the demo says is asked for is on the code list', () => {
  for (const { reason } of demoReferrals)
    assert.ok(codesOf('referral-reasons').includes(reason), reason)
})
