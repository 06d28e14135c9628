import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Visitor } from '#platform/web/testing.ts'
import { ownRecord } from '#share/own-record/room.ts'
import { listDisposals } from '../disposals.sql.ts'
import { listRequestSteps } from '../requests.sql.ts'
import { rightsHouse } from '../testing.ts'

const house = await rightsHouse({ today: '2018-04-03' }, [ownRecord])
const { david, ruth, owen } = house

async function aCarer(name: string, until?: string) {
  const { carer: person } = await house.aCarer(name, until)
  return { person, carer: await house.signIn({ duties: ['carer'], personId: person.id, name }) }
}

async function ask(carer: Visitor, kind: string, words = ''): Promise<string> {
  const id = newId()
  const asked = await carer.post('/my/data/ask', { id, kind, words })
  assert.equal(asked.location, '/my/data', asked.text)
  return id
}

const step = (who: Visitor, id: string, name: string, words = 'Signed in to her own account') =>
  who.post(`/data-requests/${id}`, {
    id: newId(),
    step: name,
    'takenOn-day': '3',
    'takenOn-month': '4',
    'takenOn-year': '2018',
    words,
  })

const answer = (id: string, more: Record<string, string> = {}) =>
  david.post(`/data-requests/${id}/erasure`, {
    id: newId(),
    decision: 'keep',
    ground: 'duty',
    because: 'We assessed you, and the law has us keep that.',
    how: 'By post',
    ...more,
  })

test('a carer asks on their own pages, sees the clock, and staff see it on their list', async () => {
  const { carer, person } = await aCarer('Prudence')
  assert.match((await carer.get('/my')).text, /Your rights over what we hold/)
  assert.match((await carer.get('/my/data')).text, /You have not asked for anything here yet/)
  const id = await ask(carer, 'access')
  const page = await carer.get('/my/data')
  assert.match(page.text, /See a copy of everything you hold about me, DSR-/)
  assert.match(page.text, /We answer by Thursday 3 May 2018/)
  const list = await david.get('/data-requests')
  assert.match(list.text, new RegExp(`${person.familyName}.*See what is held`, 's'))
  await step(david, id, 'asked_clarification', 'Does she mean her own record? Sounds muddled')
  const paused = await carer.get('/my/data')
  assert.match(paused.text, /We have asked you what you mean/)
  assert.doesNotMatch(paused.text, /muddled/)
})

test('what is not said is asked for again, with what was typed', async () => {
  const { carer } = await aCarer('Quentina')
  const none = await carer.post('/my/data/ask', { id: newId(), kind: '', words: 'My birthday' })
  assert.equal(none.status, 422)
  assert.match(none.text, /Select what you want to ask for/)
  assert.match(none.html, /My birthday/)
  const wrong = await carer.post('/my/data/ask', { id: newId(), kind: 'correction', words: '' })
  assert.match(wrong.text, /Tell us what is wrong and how it ought to read/)
  const twice = { id: newId(), kind: 'correction', words: 'I was born in 1961' }
  await carer.post('/my/data/ask', twice)
  await carer.post('/my/data/ask', twice)
  const page = await carer.get('/my/data')
  assert.equal(page.html.split('I was born in 1961').length, 2)
})

test('why one is refused the carer reads, and nobody else’s request', async () => {
  const { carer, person } = await aCarer('Rosalind')
  const other = await aCarer('Sidonie')
  const id = await ask(carer, 'correction', 'Call me Rose')
  await step(david, id, 'refused', 'The name on your record is the one in your passport')
  const page = await carer.get('/my/data')
  assert.match(page.text, /We said no, on 3 April 2018/)
  assert.match(page.text, /the one in your passport/)
  assert.doesNotMatch((await other.carer.get('/my/data')).text, /passport/)
  // What came by letter is answered by letter.
  await david.post('/data-requests/new', {
    id: newId(),
    reference: person.reference,
    kind: 'access',
    askedBy: 'solicitor',
    askerName: 'Lark and Sons',
    receivedHow: 'letter',
    'receivedOn-day': '1',
    'receivedOn-month': '4',
    'receivedOn-year': '2018',
    words: '',
  })
  assert.equal((await carer.get('/my/data')).html.split('govuk-summary-card__title"').length, 2)
  const forged = asActor(house.db, carer.actor, (tx) =>
    tx
      .insertInto('dataRequest')
      .values({
        authorityId: carer.actor.authorityId,
        id: newId(),
        reference: 'DSR-1',
        personId: other.person.id,
        personName: 'Sidonie',
        personReference: other.person.reference,
        kind: 'erasure',
        askedBy: 'self',
        askerName: 'Sidonie',
        receivedHow: 'online',
        receivedOn: '2018-04-03',
        loggedBy: carer.actor.accountId!,
        loggedByName: 'Rosalind',
      })
      .execute(),
  )
  await assert.rejects(forged, /row-level security/)
})

test('erasure of a record in use is refused in writing, by name, with what is kept and why', async () => {
  const { carer, person } = await aCarer('Tabitha')
  const id = await ask(carer, 'erasure', 'I want no more of this')
  const open = await david.get(`/data-requests/${id}`)
  assert.match(open.text, /We work with them: it is needed for that/)
  assert.match(open.text, /Not answered yet: Write down first how you know who asks/)
  assert.match((await answer(id)).text, /Write down first how you know who asks/)
  await step(david, id, 'identity_checked')
  const barred = await answer(id, { decision: 'erase' })
  assert.equal(barred.status, 422)
  assert.match(barred.text, /It must be kept\. We work with them/)
  assert.match(barred.html, /the law has us keep that/)
  assert.match((await answer(id, { ground: '' })).text, /Select the ground on which it is kept/)
  const reason = 'A court has asked for it'
  const hold = { id: newId(), whom: 'person', reference: person.reference, reason }
  await david.post('/retention/holds', hold)
  assert.match((await david.get(`/data-requests/${id}`)).text, /A legal hold/)
  assert.equal((await answer(id)).location, `/data-requests/${id}`)
  const page = await carer.get('/my/data')
  assert.match(page.text, /We said no, on 3 April 2018/)
  assert.match(page.text, /We assessed you, and the law has us keep that/)
  const at = /href="(\/my\/data\/[^"]*\/pdf)"/.exec(page.html)?.[1]
  const letter = await extractText(
    await getDocumentProxy(new Uint8Array((await carer.get(at!)).response.rawPayload)),
    { mergePages: true },
  )
  assert.match(letter.text, /David Amphlett decided that we keep it/)
  assert.match(letter.text, /A legal hold/)
  assert.match(letter.text, /Information Commissioner/)
  const other = await aCarer('Ursula')
  assert.equal((await other.carer.get(at!)).status, 404)
  assert.equal((await answer(id)).status, 422)
})

test('erasure that is agreed to by the lead and decided by one is done by another', async () => {
  const { carer, person } = await aCarer('Verity', '2018-03-20')
  const id = await ask(carer, 'erasure')
  await step(david, id, 'identity_checked')
  const shown = await david.get(`/data-requests/${id}`)
  assert.match(shown.text, /Contact and advice only.*You may still decide to erase it/s)
  assert.match((await answer(id, { decision: 'erase' })).text, /safeguarding lead has not agreed/)
  assert.equal((await ruth.post(`/data-requests/${id}/sign`, {})).status, 303)
  const because = 'You rang once, and nothing needs it.'
  const sent = { id: newId(), decision: 'erase', because, ground: '' }
  assert.equal((await answer(id, sent)).status, 303)
  assert.equal((await answer(id, sent)).status, 303)
  assert.match((await carer.get('/my/data')).text, /We agreed, and it will be erased/)
  const approved = await asActor(house.db, owen.actor, (tx) =>
    listDisposals(tx, { state: 'approved', limit: 10 }),
  )
  assert.deepEqual(
    approved.map(({ personId, rule }) => [personId, rule]),
    [[person.id, 'on_request']],
  )
  const at = `/retention/${approved[0]!.id}`
  assert.match((await david.get(at)).text, /Erasure that the person asked for/)
  assert.match((await david.post(`${at}/erase`, { sure: 'yes' })).text, /Somebody else must erase/)
  assert.equal((await owen.post(`${at}/erase`, { sure: 'yes' })).location, '/retention')
  const left = await house.asSystem(async (tx) => [
    ...(await tx.selectFrom('person').select('id').where('id', '=', person.id).execute()),
    ...(await listRequestSteps(tx, id)),
  ])
  assert.deepEqual(left, [])
})

test('an open concern holds an erasure up, and only the safeguarding lead hears why', async () => {
  const { carer, person } = await aCarer('Winifred')
  await house.jo.post(`/safeguarding/raise?record=${person.id}`, {
    id: newId(),
    who: person.id,
    name: '',
    about: 'adult',
    danger: 'no',
    words: 'I fear for her safety with her nephew.',
    knows: 'no',
  })
  const id = await ask(carer, 'erasure')
  await step(david, id, 'identity_checked')
  assert.doesNotMatch((await david.get(`/data-requests/${id}`)).text, /A concern is open/)
  assert.match((await ruth.get(`/data-requests/${id}`)).text, /A concern is open/)
  assert.equal((await ruth.post(`/data-requests/${id}/sign`, {})).status, 422)
})
