import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Visitor } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { insertNeeds } from '#people/persons/communication.sql.ts'
import { aPerson } from '#people/persons/testing.ts'
import { listItems } from '../items.sql.ts'
import { requestsToday } from '../on-today.ts'
import { listReleases } from '../releases.sql.ts'
import { aContact, rightsHouse } from '../testing.ts'

const house = await rightsHouse({ today: '2018-04-03' })
const { david, ruth, jo } = house

const asked = (reference: string, more: Record<string, string> = {}) => ({
  id: newId(),
  reference,
  kind: 'access',
  askedBy: 'self',
  askerName: 'Herself',
  receivedHow: 'letter',
  'receivedOn-day': '1',
  'receivedOn-month': '4',
  'receivedOn-year': '2018',
  words: 'Everything, please.',
  ...more,
})

async function aRequest(reference: string, more: Record<string, string> = {}): Promise<string> {
  const sent = asked(reference, more)
  const page = await david.post('/data-requests/new', sent)
  assert.equal(page.location, `/data-requests/${sent.id}`, page.text)
  return sent.id
}

const step = (who: Visitor, id: string, name: string, more: Record<string, string> = {}) =>
  who.post(`/data-requests/${id}`, {
    id: newId(),
    step: name,
    'takenOn-day': '3',
    'takenOn-month': '4',
    'takenOn-year': '2018',
    words: 'Saw her passport',
    ...more,
  })

const itemsFor = (who: typeof david, id: string) =>
  asActor(house.db, who.actor, (tx) => listItems(tx, id))

async function gathered(name: string) {
  const { carer } = await house.aCarer(name)
  const plain = await aContact(house, carer.id, 'She sleeps badly.')
  const naming = await aContact(house, carer.id, 'Brian shouts at her.')
  const concern = newId()
  await jo.post(`/safeguarding/raise?record=${carer.id}`, {
    id: concern,
    who: carer.id,
    name: '',
    about: 'adult',
    danger: 'no',
    words: 'I fear for her safety with her nephew.',
    knows: 'no',
  })
  const id = await aRequest(carer.reference)
  await step(david, id, 'identity_checked')
  assert.equal(
    (await david.post(`/data-requests/${id}/gather`, {})).location,
    `/data-requests/${id}/statements`,
  )
  return { id, carer, plain, naming, concern }
}

test('what tells a parent of a child who asked that they are not told is withheld, and goes out on nobody’s word', async () => {
  const { carer } = await house.aCarer('Nadia')
  // She looks after Brian; and a child looks after her, and asked that she is not told.
  const child = await aPerson(house.db, jo.actor, { givenName: 'Quill', kind: 'young_carer' })
  const { authorityId } = jo.actor
  const of = { authorityId, personId: child.id }
  const caring = newId()
  await house.asSystem(async (tx) => {
    await insertCaring(tx, { authorityId, id: caring, carerId: child.id, caredForId: carer.id })
    await insertNeeds(tx, { ...of, values: { notWithParent: true } })
  })
  await aContact(house, carer.id, 'Quill came along and said nothing.')
  const id = await aRequest(carer.reference)
  await step(david, id, 'identity_checked')
  await david.post(`/data-requests/${id}/gather`, {})
  const kept = (await itemsFor(ruth, id)).filter(({ keptFrom }) => keptFrom)
  assert.deepEqual(
    kept.map(({ rowKey }) => rowKey),
    [caring],
  )
  assert.ok(!(await itemsFor(david, id)).some(({ rowKey }) => rowKey === caring))
  const words = (await itemsFor(david, id)).find(({ said }) => /Quill/.test(String(said['words'])))
  assert.match(words?.setAsideBecause ?? '', /names somebody/)
  for (const decision of ['disclose', 'redact']) {
    const refused = await decide(ruth, id, kept[0]!.id, decision, 'Somebody looks after her')
    assert.equal(refused.status, 422)
    assert.match(refused.text, /A child asked that their family is not told: withhold it/)
  }
  const forced = asActor(house.db, ruth.actor, (tx) =>
    tx
      .updateTable('dataRequestItem')
      .set({ decision: 'disclose', decidedBy: ruth.actor.accountId, decidedByName: 'Ruth' })
      .where('id', '=', kept[0]!.id)
      .execute(),
  )
  await assert.rejects(forced, /check constraint/)
  assert.equal((await decide(ruth, id, kept[0]!.id, 'withhold', 'She asked')).status, 303)
})

test('a parent who asks for such a child’s record is refused, by the page and by the database', async () => {
  const child = await aPerson(house.db, jo.actor, { givenName: 'Wren', kind: 'young_carer' })
  const { authorityId } = jo.actor
  await house.asSystem((tx) =>
    insertNeeds(tx, { authorityId, personId: child.id, values: { notWithParent: true } }),
  )
  const id = await aRequest(child.reference, { askedBy: 'parent', askerName: 'Her father' })
  await step(david, id, 'identity_checked')
  await david.post(`/data-requests/${id}/gather`, {})
  await decideAll(id)
  assert.match((await david.get(`/data-requests/${id}`)).text, /nothing goes to this parent/)
  const forced = asActor(house.db, david.actor, (tx) =>
    tx
      .insertInto('dataRelease')
      .values({
        authorityId,
        id: newId(),
        requestId: id,
        releasedAt: '2018-04-03T10:00:00Z',
        releasedBy: david.actor.accountId!,
        releasedByName: 'David',
        how: 'by post',
        items: 0,
        withheld: 0,
        pdf: Buffer.from(''),
        json: '{}',
        pdfChecksum: 'x',
        jsonChecksum: 'x',
      })
      .execute(),
  )
  await assert.rejects(forced, /they asked that a parent is not told/)
})

const decide = (who: Visitor, id: string, item: string, decision: string, words = '') =>
  who.post(`/data-requests/${id}/statements/${item}`, { decision, words })

async function decideAll(id: string) {
  for (const who of [david, ruth])
    for (const item of await itemsFor(who, id))
      if (item.setAsideBecause !== null && item.decision === null)
        await decide(who, id, item.id, 'withhold', 'It tells of others')
}

test('everything held is gathered once it is known who asks, and what names others is set aside', async () => {
  const { carer } = await house.aCarer('Ottilie')
  const id = await aRequest(carer.reference)
  const early = await david.post(`/data-requests/${id}/gather`, {})
  assert.equal(early.status, 422)
  assert.match(early.text, /Write down first how you know who asks/)
  const of = await gathered('Winifred')
  const items = await itemsFor(david, of.id)
  const reason = (key: string) => items.find(({ rowKey }) => rowKey === key)?.setAsideBecause
  assert.equal(reason(of.carer.id), null)
  assert.equal(reason(of.plain), null)
  assert.match(reason(of.naming) ?? '', /register links/)
  assert.ok(
    items.some(
      ({ tableName, setAsideBecause }) => tableName === 'caring' && setAsideBecause !== null,
    ),
  )
  assert.ok(items.some(({ tableName }) => tableName === 'read_log'))
  const page = await david.get(`/data-requests/${of.id}/statements`)
  assert.match(
    page.text,
    /Set aside for you to decide.*Brian shouts.*Goes out as it is.*She sleeps badly/,
  )
})

test('what is restricted the lead alone reads and decides, by page and by statement', async () => {
  const { id, concern } = await gathered('Philomena')
  assert.ok(!(await itemsFor(david, id)).some(({ restricted }) => restricted))
  const forLead = (await itemsFor(ruth, id)).find(({ rowKey }) => rowKey === concern)
  assert.ok(forLead?.restricted)
  assert.match(
    (await ruth.get(`/data-requests/${id}/statements/${forLead.id}`)).text,
    /I fear for her safety/,
  )
  assert.equal((await david.get(`/data-requests/${id}/statements/${forLead.id}`)).status, 404)
  assert.equal((await decide(david, id, forLead.id, 'disclose')).status, 404)
  assert.doesNotMatch(
    (await david.get(`/data-requests/${id}/statements`)).html,
    /I fear for her safety/,
  )
})

test('a release waits for every decision and for the lead, and holds what was decided, for good', async () => {
  const of = await gathered('Euphemia')
  const { id } = of
  const send = { id: newId(), how: 'By recorded post' }
  const early = await david.post(`/data-requests/${id}/release`, send)
  assert.match(early.text, /not decided on yet/)
  assert.match((await ruth.post(`/data-requests/${id}/sign`, {})).text, /not decided on yet/)
  const naming = (await itemsFor(david, id)).find(({ rowKey }) => rowKey === of.naming)!
  await decide(david, id, naming.id, 'redact', 'You told us of trouble at home.')
  await decideAll(id)
  assert.match((await david.post(`/data-requests/${id}/release`, send)).text, /lead has not agreed/)
  assert.equal((await david.post(`/data-requests/${id}/sign`, {})).status, 403)
  assert.equal((await ruth.post(`/data-requests/${id}/sign`, {})).status, 303)
  for (let times = 0; times < 2; times += 1)
    assert.equal((await david.post(`/data-requests/${id}/release`, send)).status, 303)
  const releases = await asActor(house.db, david.actor, (tx) => listReleases(tx, id))
  assert.equal(releases.length, 1)
  const at = `/data-requests/${id}/releases/${releases[0]!.id}`
  const json = (await david.get(`${at}/json`)).response.body
  const pdf = (await david.get(`${at}/pdf`)).response.rawPayload
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  })
  for (const copy of [json, text.replace(/\s+/g, ' ')]) {
    assert.match(copy, /She sleeps badly\./)
    assert.match(copy, /You told us of trouble at home\./)
    assert.match(copy, /David Amphlett/)
    assert.doesNotMatch(copy, /Brian|I fear for her|husband/)
  }
  assert.equal(JSON.parse(json).format, 'alongside-subject-access-1')
  assert.match((await david.get(`/data-requests/${id}`)).text, /State Released on 3 April 2018/)
  assert.match((await decide(david, id, naming.id, 'disclose')).text, /This request is closed/)
  await assert.rejects(
    asActor(house.db, david.actor, (tx) =>
      tx.updateTable('dataRelease').set({ how: 'x' }).execute(),
    ),
    /permission denied/,
  )
})

test('what changed since it was decided on is decided on again', async () => {
  const { id, naming } = await gathered('Leocadia')
  const item = (await itemsFor(david, id)).find(({ rowKey }) => rowKey === naming)!
  await decide(david, id, item.id, 'disclose')
  await david.post(`/data-requests/${id}/gather`, {})
  assert.equal(
    (await itemsFor(david, id)).find(({ rowKey }) => rowKey === naming)?.decision,
    'disclose',
  )
  await house.asSystem((tx) =>
    tx.updateTable('contact').set({ words: 'Brian hit her.' }).where('id', '=', naming).execute(),
  )
  await david.post(`/data-requests/${id}/gather`, {})
  const again = (await itemsFor(david, id)).find(({ rowKey }) => rowKey === naming)!
  assert.equal(again.decision, null)
  assert.ok(again.setAsideBecause !== null)
  assert.match(JSON.stringify(again.changes), /Brian shouts at her/)
})

test('the clock stands on the page, stops and goes on', async () => {
  const { carer } = await house.aCarer('Hortensia')
  const id = await aRequest(carer.reference)
  assert.match(
    (await david.get(`/data-requests/${id}`)).text,
    /Answer by Tuesday 1 May 2018 One month/,
  )
  await step(david, id, 'asked_clarification')
  assert.match((await david.get('/data-requests')).text, /Hortensia.*Waits to know what they mean/)
  await step(david, id, 'clarified')
  await step(david, id, 'extended')
  assert.match(
    (await david.get(`/data-requests/${id}`)).text,
    /Answer by Sunday 1 July 2018 3 months/,
  )
  const twice = await step(david, id, 'extended')
  assert.match(twice.text, /Select what was done/)
})

test('today tells what is to be answered within two weeks, and nothing that stands still', async () => {
  const { carer } = await house.aCarer('Genoveva')
  const on = { 'receivedOn-day': '10', 'receivedOn-month': '3' }
  const id = await aRequest(carer.reference, on)
  const today = async () => {
    const of = { actor: david.actor, today: house.house.clock.today(), limit: 50 }
    const { items } = await asActor(house.db, david.actor, (tx) => requestsToday.list(tx, of))
    return items.find(({ href }) => href === `/data-requests/${id}`)
  }
  assert.equal((await today())?.dueOn, '2018-04-10')
  await step(david, id, 'asked_identity')
  assert.equal(await today(), undefined)
})

test('a correction is done once the history shows it, and not before; or refused with reasons', async () => {
  const { carer } = await house.aCarer('Perpetua')
  const id = await aRequest(carer.reference, { kind: 'correction', words: 'I moved to Malvern.' })
  await step(david, id, 'identity_checked')
  const early = await step(david, id, 'corrected')
  assert.match(early.text, /Nothing in the record was changed since they asked/)
  await asActor(house.db, jo.actor, (tx) =>
    tx.updateTable('person').set({ town: 'Malvern' }).where('id', '=', carer.id).execute(),
  )
  assert.match(
    (await david.get(`/data-requests/${id}`)).text,
    /Personal details: Town, .* by Jo Pugh/,
  )
  assert.equal((await step(david, id, 'corrected')).status, 303)
  assert.match((await david.get(`/data-requests/${id}`)).text, /State Put right on 3 April 2018/)
  const other = await aRequest(carer.reference, { kind: 'correction' })
  assert.match((await step(david, other, 'refused', { words: '' })).text, /Enter how and why/)
  assert.equal((await step(david, other, 'refused')).status, 303)
  assert.match((await david.get('/data-requests?show=closed')).text, /Refused/)
})

for (const [what, fields, fault] of [
  ['no reference', { reference: '' }, 'Enter the reference of the record'],
  ['no sound reference', { reference: 'ALG-1' }, 'Enter a reference like'],
  ['no such reference', { reference: 'ALG-22222-2' }, 'There is no record with this reference'],
  ['no kind', { kind: '' }, 'Select what they ask for'],
  ['nobody', { askedBy: '' }, 'Select who asks'],
  ['no name', { askerName: '' }, 'Enter the name of who asks'],
  ['a day to come', { 'receivedOn-year': '2019' }, 'must be today or in the past'],
  ['a correction without words', { kind: 'correction', words: '' }, 'Enter what is wrong'],
] as const) {
  test(`a request with ${what} is refused, and nothing typed is lost`, async () => {
    const { carer } = await house.aCarer('Ludmilla')
    const page = await david.post('/data-requests/new', asked(carer.reference, fields))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(fault), page.text)
    if (!('askerName' in fields)) assert.ok(page.html.includes('Herself'))
  })
}

test('advisers, managers and administrators neither see nor log requests', async () => {
  for (const who of [jo, house.aisha]) {
    assert.equal((await who.get('/data-requests')).status, 403)
    assert.equal((await who.post('/data-requests/new', asked('ALG-22222-2'))).status, 403)
  }
  await assert.rejects(
    asActor(house.db, jo.actor, async (tx) => {
      const { gatherForRequest } = await import('../items.sql.ts')
      await gatherForRequest(tx, newId())
    }),
    /nothing is gathered without an open request/,
  )
})

test('a statement that is put in other words, or withheld, needs them', async () => {
  const { id } = await gathered('Walburga')
  const item = (await itemsFor(david, id))[0]!
  for (const [decision, fault] of [
    ['redact', 'Enter the words that stand in its place'],
    ['withhold', 'Enter why it is withheld'],
    ['', 'Select what to do with it'],
  ] as const)
    assert.ok((await decide(david, id, item.id, decision)).text.includes(fault))
})
