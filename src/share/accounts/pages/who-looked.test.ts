import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { accounts } from '../room.ts'
import { whoLookedPanel } from '../who-looked.panel.ts'

const house = await testHouse([accounts])

async function aPerson(): Promise<string> {
  const id = newId()
  const person = {
    authorityId: house.house.authority.id,
    id,
    reference: id,
    givenName: 'Imran',
    familyName: 'Khan',
  }
  await house.asSystem((tx) => tx.insertInto('person').values(person).execute())
  return id
}

test('a carer reads who looked, from where, at what and when, once a day for each', async () => {
  const personId = await aPerson()
  const jo = await house.signIn({
    duties: ['adviser'],
    name: 'Jo Pugh',
    organisation: 'Malvern hub',
  })
  for (const what of ['record', 'record', 'support plan', "carer's assessment"]) {
    await asActor(house.db, jo.actor, (tx) => noteRead(tx, jo.actor, personId, what))
  }
  const carer = await house.signIn({ duties: ['carer'], personId })
  await asActor(house.db, carer.actor, (tx) => noteRead(tx, carer.actor, personId, 'record'))
  const page = await carer.get('/my/who-looked')
  assert.match(
    page.text,
    /Jo Pugh, adviser at Malvern hub, looked at your carer's assessment, record and support plan on \w+day \d+ \w+ \d{4} at \d/,
  )
  assert.equal(page.text.match(/Jo Pugh, adviser at Malvern hub, looked/g)?.length, 1)
  const panel = await asActor(house.db, carer.actor, (tx) =>
    whoLookedPanel.show(tx, { personId, actor: carer.actor, today: house.house.clock.today() }),
  )
  assert.match(String(panel?.body), /Jo Pugh/)
})

test('what for is told as it was noted, else by the page that was opened; an API’s or job’s own route says nothing', async () => {
  const personId = await aPerson()
  const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh', organisation: 'Hub' })
  const onTheRecord = { ...jo.actor, reason: 'GET /carers/:id' }
  await asActor(house.db, jo.actor, async (tx) => {
    await noteRead(tx, onTheRecord, personId, 'record')
    await noteRead(tx, { ...jo.actor, reason: 'GET /carers/:id/contacts/new' }, personId, 'record')
    await noteRead(tx, jo.actor, personId, 'record', { purpose: 'to log a phone call with you' })
    await noteRead(tx, jo.actor, personId, 'record')
  })
  const carer = await house.signIn({ duties: ['carer'], personId })
  assert.match(
    (await carer.get('/my/who-looked')).text,
    /looked at your record on .*m, to log a phone call with you and to see how things stand with you\./,
  )
})

test('a carer sees only who looked at their own record', async () => {
  const [mine, other] = [await aPerson(), await aPerson()]
  const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
  await asActor(house.db, jo.actor, (tx) => noteRead(tx, jo.actor, other, 'record'))
  const carer = await house.signIn({ duties: ['carer'], personId: mine })
  assert.match(
    (await carer.get('/my/who-looked')).text,
    /Nobody has looked at your record here yet/,
  )
})

test('many looks are shown in pages', async () => {
  const personId = await aPerson()
  for (let reader = 0; reader < 31; reader += 1) {
    const worker = await house.signIn({
      duties: ['adviser'],
      name: `Worker ${String(reader).padStart(2, '0')}`,
    })
    await asActor(house.db, worker.actor, (tx) => noteRead(tx, worker.actor, personId, 'record'))
  }
  const carer = await house.signIn({ duties: ['carer'], personId })
  const first = await carer.get('/my/who-looked')
  const second = await carer.get('/my/who-looked?page=2')
  assert.ok(first.text.includes('Worker 30') && !first.text.includes('Worker 00'))
  assert.ok(second.text.includes('Worker 00') && !second.text.includes('Worker 30'))
})

test('staff have no record of their own to ask about', async () => {
  const adviser = await house.signIn({ duties: ['adviser'] })
  assert.equal((await adviser.get('/my/who-looked')).status, 403)
})
