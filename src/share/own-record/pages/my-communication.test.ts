import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findNeeds } from '#people/persons/communication.sql.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { testHouse } from '#platform/web/testing.ts'
import { ownRecord } from '../room.ts'

const house = await testHouse([persons, ownRecord], { today: '2018-04-03' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const peg = await aPerson(house.db, jo.actor)
const carer = await house.signIn({ duties: ['carer'], personId: peg.id, name: 'Margaret Tolley' })
const at = '/my/communication'
const stored = () => house.asSystem((tx) => findNeeds(tx, peg.id))

test('what a carer says of themself stands at the top of their record, as told by them', async () => {
  const page = await carer.get(at)
  assert.equal(page.field('version'), '1')
  const saved = await carer.post(at, {
    version: '1',
    noVoicemail: 'yes',
    safeTimes: 'Tuesdays before 3pm',
    interpreter: 'yes',
    professionals: ['lipspeaker'],
    longerAppointment: 'no',
  })
  assert.equal(saved.location, '/my')
  const { text } = await jo.get(`/carers/${peg.id}`)
  assert.match(text, /Leave no voicemail Ring only: Tuesdays before 3pm Needs an interpreter Lip/)
  assert.match(text, /Changed by the carer When .* What How to reach them and be understood/)
  assert.match(text, /Asked about it 3 April 2018/)
})

test('a later change says what was changed, in history under the carer’s account', async () => {
  const form = await carer.get(at)
  await carer.post(at, {
    version: form.field('version')!,
    noVoicemail: 'yes',
    safeTimes: 'Any morning',
    interpreter: 'yes',
    professionals: ['lipspeaker'],
    longerAppointment: 'no',
  })
  const { text } = await jo.get(`/carers/${peg.id}`)
  assert.match(text, /What when it is safe to ring/)
  const { accountId } = await house.asSystem((tx) =>
    tx
      .selectFrom('history')
      .select('accountId')
      .where('tableName', '=', 'communication_needs')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  assert.equal(accountId, carer.actor.accountId)
})

test('where the hub wrote meanwhile, the carer reads what it says now and loses nothing', async () => {
  const open = (await carer.get(at)).field('version')!
  await jo.post(`/carers/${peg.id}/communication`, {
    version: open,
    support: 'Hearing loop',
    notWithParent: 'yes',
  })
  const told = await carer.post(at, { version: open, support: 'A quiet room' })
  assert.equal(told.status, 409)
  assert.match(told.text, /The hub changed this .* What helps you: Hearing loop/)
  assert.equal(told.field('support'), 'A quiet room')
  const again = { version: told.field('version')!, support: 'A quiet room' }
  assert.equal((await carer.post(at, again)).status, 303)
  const { support, notWithParent } = (await stored())!
  assert.deepEqual([support, notWithParent], ['A quiet room', true])
})

test('what is too long is refused with what was typed', async () => {
  const before = await stored()
  const page = await carer.post(at, { version: '9', safeTimes: 'x'.repeat(201) })
  assert.equal(page.status, 422)
  assert.match(page.text, /Use 200 characters or fewer/)
  assert.equal(page.field('safeTimes')?.length, 201)
  assert.deepEqual(await stored(), before)
})

test('that a parent is not told is neither shown nor changed where a parent may read along', async () => {
  assert.doesNotMatch((await carer.get(at)).text, /parent/i)
  const version = (await carer.get(at)).field('version')!
  await carer.post(at, { version, notWithParent: '' })
  assert.equal((await stored())?.notWithParent, true)
})

test('nobody but a carer has such a page, and a record that was never changed shows no panel', async () => {
  assert.equal((await jo.get(at)).status, 403)
  const other = await aPerson(house.db, jo.actor, { givenName: 'Imran', familyName: 'Khan' })
  assert.doesNotMatch((await jo.get(`/carers/${other.id}`)).text, /Changed by the carer/)
})
