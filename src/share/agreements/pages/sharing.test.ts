import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { ownRecord } from '#share/own-record/room.ts'
import { listAgreements } from '../agreements.sql.ts'
import { agreements } from '../room.ts'

const house = await testHouse([agreements, ownRecord, persons], { today: '2018-04-03' })
const adviser = await house.signIn({ duties: ['adviser'], organisation: 'Hub', name: 'Jo Pugh' })
const practice = await house.signIn({
  duties: ['adviser'],
  organisation: 'Davenal House',
  kind: 'gp_practice',
})
const practiceId = practice.actor.organisationIds[0]!

async function peg() {
  const person = await aPerson(house.db, adviser.actor)
  const carer = await house.signIn({ duties: ['carer'], personId: person.id })
  const all = () => house.asSystem((tx) => listAgreements(tx, person.id))
  return { person, carer, all }
}

const mine = (change: object = {}) => ({
  id: newId(),
  organisation: practiceId,
  purposes: ['emergency'],
  length: 'one_year',
  ...change,
})
const told = (change: object = {}) => ({
  ...mine(),
  howGiven: 'telephone',
  basis: 'own',
  'saidOn-day': 2,
  'saidOn-month': 4,
  'saidOn-year': 2018,
  ...change,
})

test('a carer agrees alone, the organisation then sees that, and no longer once the carer stops it', async () => {
  const { person, carer, all } = await peg()
  const sees = async () => (await practice.get(`/carers/${person.id}`)).status
  assert.match((await carer.get('/my')).text, /not agreed to share your record with anybody else/)
  assert.equal(await sees(), 404)
  // The database goes by its own day, so this one has no last day.
  const id = (await carer.get('/my/sharing/new')).field('id')
  const form = mine({ id, length: 'until_ended' })
  for (const _ of [1, 2]) {
    assert.equal((await carer.post('/my/sharing/new', form)).location, '/my/sharing')
  }
  const [given, ...more] = await all()
  assert.deepEqual(more, [])
  assert.deepEqual(
    [given?.purposes, given?.until, given?.howGiven, given?.basis, given?.recordedBy],
    [['identity', 'emergency'], null, 'online', 'own', carer.actor.accountId],
  )
  assert.equal(await sees(), 200)
  const page = await carer.get('/my/sharing')
  assert.match(page.text, /Davenal House .* Who you are .*; your plan for emergencies/)
  assert.match((await carer.get(`/my/sharing/${given?.id}/end`)).text, /can no longer read/)
  assert.equal((await carer.post(`/my/sharing/${given?.id}/end`, {})).location, '/my/sharing')
  assert.equal(await sees(), 404)
  assert.match(
    (await carer.get('/my/sharing')).text,
    /What has ended Davenal House, on 3 April 2018/,
  )
})

test('a changed agreement ends the one before and stands in its place', async () => {
  const { carer, all } = await peg()
  await carer.post('/my/sharing/new', mine())
  const [first] = await all()
  assert.equal(first?.until, '2019-04-03')
  const page = await carer.get(`/my/sharing/new?instead=${first?.id}`)
  assert.match(page.html, /value="emergency"[^>]*checked/)
  await carer.post('/my/sharing/new', mine({ purposes: ['support'], length: 'until_ended' }))
  const [second, ended] = await all()
  assert.deepEqual([second?.purposes, second?.until], [['identity', 'support'], null])
  assert.deepEqual([ended?.id, ended?.endedOn], [first?.id, '2018-04-03'])
})

test('staff write down what the carer said: who wrote it, when and how it was said', async () => {
  const { person, all } = await peg()
  assert.match((await adviser.get(`/carers/${person.id}`)).text, /Shared with Nobody by agreement/)
  const at = `/carers/${person.id}/sharing`
  assert.equal((await adviser.post(`${at}/new`, told())).location, at)
  const page = await adviser.get(at)
  assert.match(
    page.text,
    /Margaret Tolley said it on the telephone on 2 April 2018, written down by Jo Pugh/,
  )
  const [given] = await all()
  const end = { howGiven: 'face_to_face', 'saidOn-day': 3, 'saidOn-month': 4, 'saidOn-year': 2018 }
  assert.equal((await adviser.post(`${at}/${given?.id}/end`, end)).location, at)
  assert.match((await adviser.get(at)).text, /Ended 3 April 2018: said it face to face/)
})

const refusals: readonly [string, object, string][] = [
  ['nobody', { organisation: '' }, 'Select an organisation'],
  ['an organisation that is none', { organisation: '9999' }, 'Select an organisation'],
  ['nothing', { purposes: [] }, 'Select what they may know'],
  ['the referral’s outcome, which opens no record', { purposes: ['outcome'] }, 'Select from the'],
  ['no length', { length: '' }, 'Select for how long'],
]
const staffRefusals: typeof refusals = [
  ['no way of saying', { howGiven: '' }, 'Select how they told you'],
  ['their own page as the way', { howGiven: 'online' }, 'Select how they told you'],
  ['no basis', { basis: 'because' }, 'Select who agreed'],
  ['tomorrow', { 'saidOn-day': 4 }, 'must be today or in the past'],
  ['no day', { 'saidOn-day': '', 'saidOn-month': '', 'saidOn-year': '' }, 'Enter the day'],
]
for (const [what, change, message] of refusals) {
  test(`a carer’s agreement with ${what} is refused: ${message}`, async () => {
    const { carer, all } = await peg()
    const page = await carer.post('/my/sharing/new', mine(change))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.deepEqual(await all(), [])
  })
}
for (const [what, change, message] of [...refusals, ...staffRefusals]) {
  test(`an agreement written down with ${what} is refused: ${message}`, async () => {
    const { person, all } = await peg()
    const page = await adviser.post(`/carers/${person.id}/sharing/new`, told(change))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.deepEqual(await all(), [])
  })
}

test('an end is refused without how and when it was said', async () => {
  const { person, all } = await peg()
  await adviser.post(`/carers/${person.id}/sharing/new`, told())
  const [given] = await all()
  const page = await adviser.post(`/carers/${person.id}/sharing/${given?.id}/end`, {})
  assert.equal(page.status, 422)
  assert.match(page.text, /Select how they told you Enter the day on which they told you/)
})

test('nobody ends another’s agreement, and an address made of two records is none', async () => {
  const [one, two] = [await peg(), await peg()]
  await one.carer.post('/my/sharing/new', mine())
  const [given] = await one.all()
  assert.equal((await two.carer.post(`/my/sharing/${given?.id}/end`, {})).status, 404)
  assert.equal((await two.carer.get(`/my/sharing/new?instead=${given?.id}`)).status, 404)
  const crossed = `/carers/${two.person.id}/sharing/${given?.id}/end`
  assert.equal((await adviser.get(crossed)).status, 404)
})

test('an organisation that works with the carer already is not offered: it needs no agreement', async () => {
  const { carer } = await peg()
  assert.doesNotMatch((await carer.get('/my/sharing/new')).html, />Hub</)
})

test('as the database’s own role a carer agrees for nobody else, in nobody’s name, and rewrites nothing', async () => {
  const [one, two] = [await peg(), await peg()]
  const as = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(house.db, one.carer.actor, work)
  const row = {
    authorityId: one.carer.actor.authorityId,
    personId: one.person.id,
    organisationId: practiceId,
    purposes: ['identity'],
    agreedOn: '2018-04-03',
    howGiven: 'online',
    recordedBy: one.carer.actor.accountId,
  }
  const add = (change: object) =>
    as((tx) =>
      tx
        .insertInto('agreement')
        .values({ ...row, id: newId(), ...change })
        .execute(),
    )
  for (const change of [
    { personId: two.person.id },
    { recordedBy: adviser.actor.accountId },
    { howGiven: 'telephone' },
    { basis: 'best_interests' },
  ]) {
    await assert.rejects(add(change), /row-level security/)
  }
  await add({})
  const [given] = await one.all()
  const rewrite = as((tx) =>
    tx
      .updateTable('agreement')
      .set({ purposes: ['identity', 'assessment'] })
      .where('id', '=', given!.id)
      .execute(),
  )
  await assert.rejects(rewrite, /row-level security/)
})

test('who knows somebody through their carer reads who they are, and more once it is written down that they agreed', async () => {
  const carer = await aPerson(house.db, adviser.actor)
  const brian = await aPerson(house.db, practice.actor, {
    givenName: 'Brian',
    address1: '4 Mill Lane',
    mobilePhone: '07700900123',
    note: 'Does not sleep',
    kind: 'cared_for',
  })
  const { authorityId } = adviser.actor
  await house.asSystem((tx) =>
    insertCaring(tx, { authorityId, id: newId(), carerId: carer.id, caredForId: brian.id }),
  )
  const before = await adviser.get(`/carers/${brian.id}`)
  assert.match(before.text, /Brian Tolley.*4 Mill Lane.*You know them through somebody who looks/)
  assert.doesNotMatch(before.text, /07700|Does not sleep|Davenal House|Reaching them|Log a contact/)
  const early = await adviser.post(`/carers/${brian.id}/communication`, { version: '1' })
  assert.equal(early.status, 403)
  assert.match(early.text, /go back: what you typed is still there/)
  const shown = await adviser.get(`/carers/${brian.id}/sharing/new`)
  const own = { id: shown.field('id'), organisation: adviser.actor.organisationIds[0]! }
  const sent = told({ ...own, purposes: ['identity', 'support'], length: 'until_ended' })
  const done = await adviser.post(`/carers/${brian.id}/sharing/new`, sent)
  assert.equal(done.location, `/carers/${brian.id}/sharing`, done.text)
  assert.match((await adviser.get(`/carers/${brian.id}`)).text, /07700 ?900 ?123.*Does not sleep/)
})
