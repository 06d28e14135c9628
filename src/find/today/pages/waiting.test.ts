import { test } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import { testHouse, type TestPage } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { contacts } from '#find/contacts/room.ts'
import { insertContact } from '#find/contacts/contacts.sql.ts'
import { insertReferral } from '#find/referrals/referrals.sql.ts'
import { referrals } from '#find/referrals/room.ts'
import { today } from '../room.ts'

const house = await testHouse([persons, caring, referrals, contacts, today], {
  today: '2018-03-29',
})
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const sam = await house.signIn({ duties: ['adviser'], name: 'Sam Okafor' })
const lead = await house.signIn({ duties: ['safeguarding_lead'], name: 'Lee Lead' })
const stranger = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
const hub = mo.actor.organisationIds[0]!
const base = { authorityId: mo.actor.authorityId }

async function firstTalk(givenName: string, receivedOn: string, workerId: string): Promise<string> {
  const { id: personId } = await aPerson(house.db, mo.actor, { givenName })
  const id = newId()
  await house.asSystem((tx) =>
    insertReferral(tx, {
      ...base,
      id,
      personId,
      kind: 'adult_carer',
      receivedOn,
      source: 'self',
      toOrganisationId: hub,
      state: 'accepted',
      workerId,
      contactDueOn: '2018-03-20',
    }),
  )
  return id
}

async function promise(givenName: string, followUpOn: string, by: string): Promise<string> {
  const { id: personId } = await aPerson(house.db, mo.actor, { givenName })
  const id = newId()
  await house.asSystem((tx) =>
    insertContact(tx, {
      ...base,
      id,
      personId,
      organisationId: hub,
      accountId: by,
      at: '2018-03-01T10:00:00Z',
      channel: 'phone',
      direction: 'out',
      outcome: 'spoke',
      words: 'Talked',
      followUp: 'Ring',
      followUpOn,
      followUpBy: by,
    }),
  )
  return id
}

const olive = newId()
await house.asSystem((tx) =>
  insertReferral(tx, {
    ...base,
    id: olive,
    kind: 'adult_carer',
    receivedOn: '2018-03-10',
    source: 'self',
    toOrganisationId: hub,
    state: 'new',
    told: { givenName: 'Olive', familyName: 'Marsh' },
  }),
)
const ann = await firstTalk('Ann', '2018-03-01', jo.actor.accountId!)
const bea = await firstTalk('Bea', '2018-03-05', jo.actor.accountId!)
const cat = await promise('Cat', '2018-03-20', jo.actor.accountId!)
await promise('Dot', '2018-04-20', jo.actor.accountId!)

const tick = (kind: string, id: string, from: string | null) => `${kind}:${id}:${from ?? 'nobody'}`
const worker = async (id: string) =>
  (
    await house.asSystem((tx) =>
      tx.selectFrom('referral').select('workerId').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).workerId

test('the board shows who waits for what and with whom, the longest wait first, with exact numbers', async () => {
  const { text, status } = await mo.get('/waiting')
  assert.equal(status, 200)
  assert.ok(text.includes('4 waits, 4 past their day'), text)
  assert.match(text, /All who wait 4 .*First talk 2 .*Promise to be kept 1/)
  assert.match(
    text,
    /Ann Tolley First talk .*Bea Tolley .*Olive Marsh Triage .*13 days late Nobody yet .*Cat Tolley/,
  )
  assert.ok(text.includes('4 past their day') && !text.includes('Dot'))
})

test('its filters stand in the address, each with its exact number', async () => {
  const { text, html } = await mo.get(`/waiting?for=first-talk&of=${jo.actor.accountId}`)
  assert.ok(text.includes('2 waits') && !text.includes('Olive') && !text.includes('Cat'))
  assert.ok(html.includes(`for=promise&amp;of=${jo.actor.accountId}`))
  assert.ok((await mo.get('/waiting?of=nobody')).text.includes('1 wait, 1 past their day'))
  assert.ok((await mo.get('/waiting?for=nonsense&of=nonsense')).text.includes('Nobody waits here'))
})

test('the board is for managers, and shows another organisation nothing of ours', async () => {
  assert.equal((await jo.get('/waiting')).status, 403)
  assert.equal((await jo.post('/waiting/give', {})).status, 403)
  const { text } = await stranger.get('/waiting')
  assert.ok(text.includes('0 waits') && !text.includes('Ann'))
})

const confirm = (ticks: readonly string[]): Promise<TestPage> =>
  mo.get(`/waiting/give?${ticks.map((each) => `pick=${encodeURIComponent(each)}`).join('&')}`)

test('nothing ticked says so, and leads back to the board', async () => {
  const page = await mo.get('/waiting/give?for=first-talk')
  assert.ok(page.text.includes('Nothing to give'))
  assert.ok(page.html.includes('href="/waiting?for=first-talk"'))
  assert.ok((await confirm(['triage:x:y'])).text.includes('Nothing to give'))
  assert.equal((await mo.post('/waiting/give', {})).location, '/waiting')
})

test('ticked lines are given to one worker, once however often that is sent', async () => {
  const ticks = [
    tick('first-talk', ann, jo.actor.accountId),
    tick('promise', cat, jo.actor.accountId),
  ]
  const page = await confirm(ticks)
  assert.ok(page.text.includes('Give 2 lines to somebody') && page.text.includes('First talk: 1'))
  const sent = { id: page.field('id')!, pick: ticks, worker: sam.actor.accountId! }
  const done = await mo.post('/waiting/give', sent)
  assert.equal(done.location, `/waiting/given/${sent.id}`)
  assert.ok((await mo.get(done.location!)).text.includes('2 of 2 given to Sam Okafor'))
  assert.equal(await worker(ann), sam.actor.accountId)
  assert.equal((await mo.post('/waiting/give', sent)).location, done.location)
  assert.ok((await mo.get(done.location!)).text.includes('2 of 2'))
  assert.ok((await sam.get('/today')).text.includes('First talk: Ann Tolley'))
  assert.equal((await stranger.get(done.location!)).status, 404)
})

test('a referral to decide on is given to somebody: it is on their day alone, and their name is on it', async () => {
  const title = 'Referral to triage: Olive Marsh'
  assert.ok((await jo.get('/today')).text.includes(title))
  const pick = tick('triage', olive, null)
  await mo.post('/waiting/give', { id: newId(), pick, worker: sam.actor.accountId! })
  const { text } = await sam.get('/today')
  assert.ok(text.includes(title) && text.includes('given to you'), text)
  assert.ok(!(await jo.get('/today')).text.includes(title))
  assert.ok((await jo.get('/referrals')).text.includes('With Sam Okafor to decide'))
  const page = await jo.get(`/referrals/${olive}`)
  assert.ok(page.text.includes('With Sam Okafor to decide'))
  assert.match(page.html, new RegExp(`value="${sam.actor.accountId}" selected`))
  const back = tick('triage', olive, sam.actor.accountId)
  await mo.post('/waiting/give', { id: newId(), pick: back, worker: jo.actor.accountId! })
  assert.ok((await jo.get('/today')).text.includes(title))
  await jo.post(`/referrals/${olive}/decline`, {
    version: (await jo.get(`/referrals/${olive}`)).field('version')!,
    outcome: 'not_a_carer',
    words: 'Paid for it',
  })
  assert.equal(await worker(olive), null)
})

test('what somebody else moved meanwhile stays where it is, and is told of', async () => {
  const stale = [
    tick('first-talk', ann, jo.actor.accountId),
    tick('first-talk', bea, jo.actor.accountId),
  ]
  const id = newId()
  await mo.post('/waiting/give', { id, pick: stale, worker: mo.actor.accountId! })
  assert.ok((await mo.get(`/waiting/given/${id}`)).text.includes('1 of 2 given to Mo Adeyemi'))
  assert.equal(await worker(ann), sam.actor.accountId)
  assert.equal(await worker(bea), mo.actor.accountId)
})

test('all of a worker’s is given at once, and two managers who do it together give it once', async () => {
  const page = await mo.get(`/waiting/give?all=yes&of=${sam.actor.accountId}`)
  assert.ok(page.text.includes('Give 2 lines'))
  const picks = [...page.html.matchAll(/name="pick" value="([^"]+)"/g)].map((found) => found[1]!)
  const send = (to: string) => mo.post('/waiting/give', { id: newId(), pick: picks, worker: to })
  const both = await Promise.all([send(jo.actor.accountId!), send(mo.actor.accountId!)])
  const pages = await Promise.all(both.map(({ location }) => mo.get(location!)))
  const given = pages.map(({ text }) => Number(/(\d) of 2 given/.exec(text)?.[1]))
  assert.deepEqual(
    given.toSorted((a, b) => a - b),
    [0, 2],
  )
})

test('work goes to nobody, to no stranger, and to nobody without a duty for it', async () => {
  const ticks = [tick('first-talk', ann, await worker(ann))]
  const give = (to: string) => mo.post('/waiting/give', { id: newId(), pick: ticks, worker: to })
  for (const to of ['', stranger.actor.accountId!]) {
    const page = await give(to)
    assert.equal(page.status, 422)
    assert.ok(page.text.includes('Select who it is given to') && page.text.includes('Ann Tolley'))
  }
  const page = await give(lead.actor.accountId!)
  assert.equal(page.status, 422)
  assert.ok(page.text.includes('Lee Lead holds no duty that takes these: First talk 1'))
  const again = await give((await worker(ann))!)
  assert.ok(again.text.includes('has all of it already'))
})

test('what somebody who left had in hand, carers among it, is on the board under those who left', async () => {
  const gone = await house.signIn({ duties: ['adviser'], name: 'Gail Gone' })
  await aPerson(house.db, mo.actor, { givenName: 'Eve', workerId: gone.actor.accountId })
  assert.ok((await mo.get('/waiting?for=carers')).text.includes('Eve Tolley'))
  assert.ok(!(await mo.get('/waiting')).text.includes('Eve Tolley'))
  await house.asSystem((tx) =>
    tx
      .updateTable('account')
      .set({ active: false, closedOn: '2018-03-20' })
      .where('id', '=', gone.actor.accountId!)
      .execute(),
  )
  const { text, html } = await mo.get('/waiting?of=left')
  assert.match(text, /Eve Tolley New named worker 20 March 2018 .*Gail Gone, who left/)
  const pick = /value="(named-worker:[^"]+)"/.exec(html)![1]!
  const id = newId()
  await mo.post('/waiting/give', { id, pick, worker: jo.actor.accountId! })
  assert.ok((await jo.get('/my-carers')).text.includes('Eve Tolley'))
})
