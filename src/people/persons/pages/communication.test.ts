import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { testHouse } from '#platform/web/testing.ts'
import { findNeeds } from '../communication.sql.ts'
import { persons } from '../room.ts'
import { aPerson } from '../testing.ts'

const house = await testHouse([persons], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const today = { 'reviewedOn-day': '29', 'reviewedOn-month': '3', 'reviewedOn-year': '2018' }

test('what was asked stands at the top of the record, with the day on which it was asked', async () => {
  const carer = await aPerson(house.db, jo.actor, {
    language: 'Polish',
    informationFormat: 'large_print',
  })
  const at = `/carers/${carer.id}/communication`
  const form = await jo.get(at)
  const sent = await jo.post(at, {
    ...today,
    version: form.field('version')!,
    preferredWay: 'text',
    formatWords: '24 point',
    interpreter: 'yes',
    professionals: ['lipspeaker'],
    longerAppointment: 'yes',
    noVoicemail: 'yes',
    safeTimes: 'Tuesdays before 3pm',
  })
  assert.equal(sent.location, `/carers/${carer.id}`)
  const { text } = await jo.get(`/carers/${carer.id}`)
  assert.match(
    text,
    /Leave no voicemail Ring only: Tuesdays before 3pm Large print: 24 point Needs an interpreter: Polish Lipspeaker Needs longer appointments/,
  )
  assert.match(text, /Best way to reach them Text message .*Asked about it 29 March 2018/)
})

test('a letter that waits is stopped once a young carer asks that no parent knows, and the record says why', async () => {
  const carer = await aPerson(house.db, jo.actor, { kind: 'young_carer' })
  await asActor(house.db, jo.actor, (tx) =>
    queueMessage(tx, {
      authorityId: jo.actor.authorityId,
      personId: carer.id,
      channel: 'letter',
      purpose: 'reminder',
      recipient: '4 Orchard Rise',
      subject: 'Your club on Friday',
      body: 'See you there.',
    }),
  )
  await jo.post(`/carers/${carer.id}/communication`, {
    ...today,
    version: '1',
    notWithParent: 'yes',
  })
  assert.match(
    (await jo.get(`/carers/${carer.id}`)).text,
    /Do not share with a parent.*Not sent: Your club on Friday.*letter to the family’s home may be opened/,
  )
})

test('of two who write it down at once the second is told what it says now, and keeps what they typed', async () => {
  const carer = await aPerson(house.db, jo.actor)
  const at = `/carers/${carer.id}/communication`
  const both = await Promise.all([
    jo.post(at, { ...today, version: '1', support: 'Hearing loop' }),
    jo.post(at, { ...today, version: '1', support: 'Large screen' }),
  ])
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  )
  const told = both.find(({ status }) => status === 409)!
  assert.match(told.text, /It says now: (Hearing loop|Large screen)/)
  const again = { ...today, version: told.field('version')!, support: told.field('support')! }
  assert.equal((await jo.post(at, again)).status, 303)
  const stored = await asActor(house.db, jo.actor, (tx) => findNeeds(tx, carer.id))
  assert.equal(stored?.support, told.field('support'))
})

test('a day that has not come, and a way that is none, are refused', async () => {
  const carer = await aPerson(house.db, jo.actor)
  const page = await jo.post(`/carers/${carer.id}/communication`, {
    ...today,
    'reviewedOn-day': '30',
    version: '1',
    preferredWay: 'pigeon',
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /must be today or earlier/)
  assert.match(page.text, /Select one of the answers/)
})

test('who does not work with them does not reach the page', async () => {
  const carer = await aPerson(house.db, jo.actor)
  const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  assert.equal((await stranger.get(`/carers/${carer.id}/communication`)).status, 404)
})
