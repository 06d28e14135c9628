import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertRegistration } from '#people/persons/involvements.sql.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { listToClose } from '../left-open.sql.ts'
import { registrations } from '../room.ts'

const house = await testHouse([persons, registrations], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Reed' })
const [organisationId] = jo.actor.organisationIds
const { authorityId } = jo.actor
const as = <T>(work: (tx: Tx) => Promise<T>) => asActor(house.db, jo.actor, work)

async function registered(state = 'active', more: { endedOn?: string; endReason?: string } = {}) {
  const carer = await aPerson(house.db, jo.actor, { workerId: jo.actor.accountId })
  const id = newId()
  const about = { personId: carer.id, organisationId: organisationId!, kind: 'adult_carer' }
  await house.asSystem((tx) =>
    insertRegistration(tx, {
      authorityId,
      id,
      ...about,
      state,
      registeredOn: '2017-05-01',
      ...more,
    }),
  )
  // The database counts three years after an end from its own today, so that these agree to be read.
  await house.asSystem((tx) =>
    tx
      .insertInto('agreement')
      .values({
        authorityId,
        id: newId(),
        personId: carer.id,
        organisationId: organisationId!,
        purposes: ['identity', 'support'],
        agreedOn: '2017-05-01',
        howGiven: 'spoken',
      })
      .execute(),
  )
  return { carer, id, at: `/carers/${carer.id}/registrations/${id}` }
}

const stored = (id: string) =>
  as((tx) =>
    tx.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
const work = (personId: string) =>
  as((tx) =>
    tx
      .selectFrom('involvement')
      .selectAll()
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow(),
  )
const inOutbox = (personId: string) =>
  as((tx) => tx.selectFrom('message').selectAll().where('personId', '=', personId).execute())
const aMessage = (personId: string) =>
  as((tx) =>
    queueMessage(tx, {
      authorityId,
      personId,
      channel: 'email',
      purpose: 'reminder',
      recipient: 'margaret@example.org',
      body: 'Your review is due.',
    }),
  )
const on = (day: string, month = '3') => ({ 'on-day': day, 'on-month': month, 'on-year': '2018' })

test('a pause and going on again stay in the register, each with its words on the timeline', async () => {
  const { carer, id, at } = await registered()
  assert.equal(
    (await jo.post(`${at}/pause`, { version: '1', ...on('5'), words: 'In hospital' })).status,
    303,
  )
  assert.equal((await stored(id)).state, 'paused')
  assert.equal((await jo.post(`${at}/resume`, { version: '2', ...on('20') })).status, 303)
  assert.equal((await stored(id)).state, 'active')
  const { text } = await jo.get(`/carers/${carer.id}`)
  assert.match(text, /They pause for a while.*In hospital/)
})

test('where caring ended, what waits is stopped, the work ends, and support stays open for three years', async () => {
  const { carer, id, at } = await registered()
  await aMessage(carer.id)
  const sent = { version: '1', ...on('1'), reason: 'cared_for_died' }
  assert.equal((await jo.post(`${at}/end_caring`, sent)).location, `/carers/${carer.id}/still-open`)
  const now = await stored(id)
  assert.deepEqual(
    [now.state, now.endedOn, now.endReason],
    ['ended', '2018-03-01', 'cared_for_died'],
  )
  assert.equal((await work(carer.id)).until, '2018-03-01')
  const [waiting] = await inOutbox(carer.id)
  assert.equal(waiting?.state, 'stopped')
  assert.match(waiting?.fault ?? '', /caring ended on 1 March 2018/)
  await aMessage(carer.id)
  assert.ok((await inOutbox(carer.id)).every(({ state }) => state === 'stopped'))
  assert.match(
    (await jo.get(`/carers/${carer.id}`)).text,
    /Caring has ended, 1 March 2018: the cared-for person died Support is open until 1 March 2021/,
  )
})

test('after a death nothing goes out, and what is open is on the list of the worker until it is closed', async () => {
  const { carer, at } = await registered()
  await aMessage(carer.id)
  const contact = newId()
  await as((tx) =>
    tx
      .insertInto('contact')
      .values({
        authorityId,
        id: contact,
        personId: carer.id,
        organisationId: organisationId!,
        at: '2018-03-02T10:00:00Z',
        channel: 'phone',
        direction: 'out',
        followUpOn: '2018-04-20',
        followUp: 'Ring about the sitting service',
        followUpBy: jo.actor.accountId,
      })
      .execute(),
  )
  await jo.post(`${at}/die`, { version: '1', ...on('28') })
  assert.equal((await inOutbox(carer.id))[0]?.state, 'stopped')
  assert.match((await jo.get(`/carers/${carer.id}`)).text, /Died 28 March 2018/)
  assert.match(
    (await jo.get(`/carers/${carer.id}/still-open`)).text,
    /died on 28 March 2018.*Ring about the sitting service 20 April 2018/,
  )
  const list = () => as((tx) => listToClose(tx, { accountId: jo.actor.accountId!, limit: 20 }))
  const listed = (await list()).people.find(({ personId }) => personId === carer.id)
  assert.deepEqual([listed?.open, listed?.diedOn], [1, '2018-03-28'])
  await as((tx) =>
    tx
      .updateTable('contact')
      .set({ followUpDoneAt: '2018-03-29T10:00:00Z' })
      .where('id', '=', contact)
      .execute(),
  )
  assert.ok(!(await list()).people.some(({ personId }) => personId === carer.id))
})

test('someone who left before they died stays counted as having left then', async () => {
  const { carer, id, at } = await registered('ended', {
    endedOn: '2017-11-02',
    endReason: 'own_wish',
  })
  await jo.post(`${at}/die`, { version: '1', ...on('3') })
  const { endedOn, endReason } = await stored(id)
  assert.deepEqual([endedOn, endReason], ['2017-11-02', 'own_wish'])
  assert.match((await jo.get(`/carers/${carer.id}`)).text, /Died, 3 March 2018/)
})

test('a mistake is put right by a manager alone, with words, and the work goes on as before', async () => {
  const { carer, id, at } = await registered('paused')
  await jo.post(`${at}/die`, { version: '1', ...on('3') })
  assert.equal((await jo.get(`${at}/correct`)).status, 404)
  const sent = { version: '2', ...on('29'), words: '' }
  const refused = await mo.post(`${at}/correct`, sent)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say in a few words why/)
  assert.equal(
    (await mo.post(`${at}/correct`, { ...sent, words: 'It was her mother' })).status,
    303,
  )
  assert.equal((await stored(id)).state, 'paused')
  assert.equal((await work(carer.id)).until, null)
  assert.doesNotMatch((await jo.get(`/carers/${carer.id}`)).text, /Died/)
  assert.match((await jo.get(at)).text, /It was entered by mistake.*It was her mother.*They died/)
})

test('of two who take a step at once the second is told where it stands, and keeps what they typed', async () => {
  const { at, id } = await registered()
  const both = await Promise.all([
    jo.post(`${at}/move_away`, { version: '1', ...on('5'), words: 'To Wales' }),
    mo.post(`${at}/pause`, { version: '1', ...on('6'), words: 'In hospital' }),
  ])
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  )
  const told = both.find(({ status }) => status === 409)!
  assert.match(told.text, /Someone else changed this/)
  assert.ok(
    ['To Wales', 'In hospital'].includes(
      told.field('words') ?? told.html.match(/>(To Wales|In hospital)</)?.[1] ?? '',
    ),
  )
  assert.equal((await stored(id)).version, 2)
})

const refusals: readonly [
  what: string,
  step: string,
  form: Record<string, string>,
  message: RegExp,
][] = [
  ['an end of caring without a reason', 'end_caring', on('5'), /Select why/],
  ['a step without a day', 'move_away', {}, /Enter the day/],
  ['a step of tomorrow', 'move_away', on('30'), /today or earlier/],
  [
    'a step before the registration',
    'leave',
    { ...on('1'), 'on-year': '2016', reason: 'own_wish' },
    /before they were registered/,
  ],
  ['a pause without words', 'pause', { ...on('5'), words: '' }, /Say in a few words why/],
]

for (const [what, step, form, message] of refusals) {
  test(`${what} is refused, and nothing is moved`, async () => {
    const { at, id } = await registered()
    const page = await jo.post(`${at}/${step}`, { version: '1', ...form })
    assert.equal(page.status, 422)
    assert.match(page.text, message)
    assert.equal((await stored(id)).version, 1)
  })
}

test('a registration with another organisation is read where it may be, and not moved', async () => {
  const { carer, at } = await registered()
  const other = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  assert.equal((await other.get(at)).status, 404)
  await house.asSystem((tx) =>
    tx
      .insertInto('involvement')
      .values({
        authorityId,
        id: newId(),
        personId: carer.id,
        organisationId: other.actor.organisationIds[0]!,
        kind: 'adult_carer',
        since: '2018-01-01',
      })
      .execute(),
  )
  const page = await other.get(at)
  assert.equal(page.status, 200)
  assert.doesNotMatch(page.text, /What happened\?/)
  assert.equal((await other.get(`${at}/die`)).status, 404)
  assert.equal((await other.post(`${at}/die`, { version: '1', ...on('5') })).status, 409)
})
