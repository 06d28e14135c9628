import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { aPerson } from '#people/persons/testing.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { ownRecord } from '#share/own-record/room.ts'
import { listPromisesBy } from '../../contacts/contacts.sql.ts'
import { ownMessages } from '../room.ts'

const house = await testHouse([ownRecord, ownMessages], { today: '2018-04-03' })
const adviser = await house.signIn({
  duties: ['adviser'],
  organisation: "Test carers' hub",
  name: 'Jo Pugh',
})
const worker = adviser.actor.accountId ?? ''
const peg = await aPerson(house.db, adviser.actor, { workerId: worker })
const carer = await house.signIn({ duties: ['carer'], personId: peg.id })
const imran = await aPerson(house.db, adviser.actor, { givenName: 'Imran', familyName: 'Khan' })
const other = await house.signIn({ duties: ['carer'], personId: imran.id })

const promisesOfJo = () =>
  house.asSystem((tx) => listPromisesBy(tx, { workerId: worker, limit: 10 }))

test('a message to the named worker is a contact, and a promise on the worker’s day', async () => {
  const page = await carer.get('/my/messages/write')
  assert.match(page.text, /Write to Jo Pugh Jo Pugh answers by Thursday 5 April 2018/)
  const form = { id: page.field('id') ?? '', words: 'Can you ring me?\nAfter 2pm.' }
  const [first, second] = [
    await carer.post('/my/messages/write', form),
    await carer.post('/my/messages/write', form),
  ]
  assert.deepEqual([first.location, second.location], ['/my/messages', '/my/messages'])
  const { promises, total } = await promisesOfJo()
  assert.equal(total, 1)
  assert.deepEqual(
    [promises[0]?.followUp, promises[0]?.followUpOn],
    ['Answer their message', '2018-04-05'],
  )
  const contacts = await house.asSystem((tx) =>
    tx.selectFrom('contact').selectAll().where('personId', '=', peg.id).execute(),
  )
  assert.deepEqual(
    contacts.map(({ channel, direction, accountId }) => [channel, direction, accountId]),
    [['web', 'in', carer.actor.accountId]],
  )
})

test('the carer sees what was promised and what they wrote', async () => {
  const my = await carer.get('/my')
  assert.match(my.text, /What we promised you Jo Pugh will be in touch by Thursday 5 April 2018/)
  const messages = await carer.get('/my/messages')
  assert.match(messages.text, /You wrote to us on Tuesday 3 April 2018 at 1pm: Can you ring me\?/)
})

test('a promise whose day has passed is told as that', async () => {
  const late = {
    personId: imran.id,
    organisationId: adviser.actor.organisationIds[0] ?? 0,
    accountId: worker,
  }
  const about = { authorityId: adviser.actor.authorityId, id: newId(), at: '2018-03-28T12:00:00Z' }
  const promise = { followUp: 'Ring back', followUpOn: '2018-04-02', followUpBy: worker }
  const how = { channel: 'phone', direction: 'out', words: '' }
  await house.asSystem((tx) =>
    tx
      .insertInto('contact')
      .values({ ...late, ...about, ...promise, ...how })
      .execute(),
  )
  assert.match(
    (await other.get('/my')).text,
    /Someone was going to be in touch by Monday 2 April 2018\. If nobody has been, ring us/,
  )
})

test('without a named worker it joins the new referrals, where somebody decides who answers', async () => {
  const page = await other.get('/my/messages/write')
  assert.match(page.text, /Write to us Someone at the hub answers by/)
  const form = { id: newId(), words: 'Who can help me?' }
  await other.post('/my/messages/write', form)
  await other.post('/my/messages/write', form)
  const referrals = await house.asSystem((tx) =>
    tx.selectFrom('referral').selectAll().where('personId', '=', imran.id).execute(),
  )
  assert.equal(referrals.length, 1)
  assert.deepEqual([referrals[0]?.state, referrals[0]?.source], ['new', 'self'])
  assert.match((await other.get('/my/messages')).text, /Who can help me\?/)
})

test('messages sent to a carer are theirs to read, and nobody else’s; codes to sign in are shown to none', async () => {
  const { authorityId } = carer.actor
  const about = {
    authorityId,
    personId: peg.id,
    channel: 'email',
    recipient: 'peg@example.org',
  } as const
  await house.asSystem(async (tx) => {
    await queueMessage(tx, {
      ...about,
      purpose: 'plan',
      subject: 'Your plan is ready',
      body: 'You can read it here.',
    })
    await queueMessage(tx, { ...about, purpose: 'sign_in', subject: 'Your code', body: '123456' })
  })
  const page = await carer.get('/my/messages')
  assert.match(page.text, /We emailed you on .*: Your plan is ready/)
  assert.doesNotMatch(page.text, /123456/)
  assert.doesNotMatch((await other.get('/my/messages')).text, /Your plan is ready/)
})

test('an empty and a very long message are refused with what was typed', async () => {
  const id = newId()
  const empty = await carer.post('/my/messages/write', { id, words: '  ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Enter your message/)
  const long = await carer.post('/my/messages/write', { id, words: 'x'.repeat(2001) })
  assert.equal(long.status, 422)
  assert.match(long.text, /Use 2,000 characters or fewer/)
  assert.equal(long.field('words')?.length, 2001)
})

test('hostile text is shown as text', async () => {
  await carer.post('/my/messages/write', { id: newId(), words: '<img src=x onerror=alert(1)>' })
  assert.doesNotMatch((await carer.get('/my/messages')).html, /<img src=x/)
})

test('a carer can write a contact as themself alone: in, by web, on their own record', async () => {
  const row = {
    authorityId: carer.actor.authorityId,
    organisationId: adviser.actor.organisationIds[0] ?? 0,
    accountId: carer.actor.accountId,
    at: '2018-04-03T12:00:00Z',
    channel: 'web',
    direction: 'in',
    words: 'x',
  }
  const write = (change: object) =>
    asActor(house.db, carer.actor, (tx) =>
      tx
        .insertInto('contact')
        .values({ ...row, personId: peg.id, id: newId(), ...change })
        .execute(),
    )
  await write({})
  for (const change of [
    { personId: imran.id },
    { direction: 'out' },
    { channel: 'phone' },
    { accountId: worker },
  ]) {
    await assert.rejects(write(change), /row-level security/)
  }
})
