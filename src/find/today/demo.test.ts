import { test } from 'node:test'
import assert from 'node:assert/strict'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { placeDemoPeople } from '#share/accounts/demo.ts'
import { contacts } from '#find/contacts/room.ts'
import { referrals } from '#find/referrals/room.ts'
import { loadDemoDay } from './demo.ts'
import { today } from './room.ts'

const house = await testHouse([persons, referrals, contacts, today], { today: '2018-11-06' })
await placeDemoPeople(house.house)
const hub = "Worcestershire Carers' Hub"
const adviser = await house.signIn({ duties: ['adviser'], organisation: hub })
for (let at = 0; at < 64; at += 1) {
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
await loadDemoDay(house.house)

test('a demo gives its workers carers of their own, and its adviser promises for today, once however often it is loaded', async () => {
  const day = await adviser.get('/today')
  assert.equal(day.status, 200)
  const manager = await house.signIn({ duties: ['manager'], organisation: hub })
  const team = await manager.get('/team')
  assert.match(team.text, /Jo Pugh 58 0 5, 2 late 4/)
  assert.match(team.text, /Sam Okafor 6 0 0 0/)
})
