import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { aPerson, type AboutPerson } from '#people/persons/testing.ts'
import { insertAgreement } from './agreements.sql.ts'
import { agreementsToAsk } from './on-today.ts'
import { remindOfEnds } from './reminders.jobs.ts'
import { agreements } from './room.ts'

const house = await testHouse([agreements], { today: '2018-04-03' })
const jo = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })
const authorityId = house.house.authority.id
const practiceId = await house.asSystem((tx) =>
  anOrganisation(tx, authorityId, 'Davenal House', 'gp_practice'),
)
const byEmail = { email: 'peg@example.org', mayEmail: true }

/** Somebody with an agreement that runs out on a day, after the job has run twice. */
async function reminded(until: string, about: AboutPerson = byEmail) {
  const person = await aPerson(house.db, jo.actor, { ...about, workerId: jo.actor.accountId })
  const given = { purposes: ['identity'], agreedOn: '2017-04-03', howGiven: 'telephone' }
  const whose = { authorityId, id: newId(), personId: person.id, organisationId: practiceId }
  await house.asSystem((tx) => insertAgreement(tx, { ...whose, ...given, until, recordedBy: null }))
  for (const _ of [1, 2]) await remindOfEnds.run(house.house, undefined)
  const messages = await house.asSystem((tx) =>
    tx
      .selectFrom('message')
      .select(['channel', 'recipient', 'body'])
      .where('personId', '=', person.id)
      .execute(),
  )
  const day = { actor: jo.actor, today: house.house.clock.today(), limit: 100 }
  const { items } = await asActor(house.db, jo.actor, (tx) => agreementsToAsk.list(tx, day))
  const asks = items.filter(({ href }) => href === `/carers/${person.id}/sharing`)
  return { messages, asks }
}

test('a carer hears once that an agreement runs out, and what to do', async () => {
  const { messages, asks } = await reminded('2018-05-01')
  assert.deepEqual(
    messages.map(({ channel, recipient }) => [channel, recipient]),
    [['email', 'peg@example.org']],
  )
  assert.match(messages[0]!.body, /Davenal House .* ends on 1 May 2018.*\/my\/sharing/s)
  assert.deepEqual(asks, [])
})

test('where a rule for safe contact stands, their worker is asked to say so, and no message goes', async () => {
  const { messages, asks } = await reminded('2018-04-20', {
    ...byEmail,
    safeContact: 'Never write',
  })
  assert.deepEqual(messages, [])
  assert.deepEqual(
    asks.map(({ dueOn, detail }) => [dueOn, detail]),
    [['2018-04-20', 'with Davenal House']],
  )
})

const quiet: readonly [string, string, AboutPerson][] = [
  ['an agreement that runs on for longer', '2018-05-02', byEmail],
  ['one that ran out already', '2018-04-02', byEmail],
  ['one of somebody who has died', '2018-04-20', { ...byEmail, diedOn: '2018-03-01' }],
]
for (const [what, until, about] of quiet) {
  test(`nobody is told of ${what}`, async () => {
    assert.deepEqual(await reminded(until, about), { messages: [], asks: [] })
  })
}
