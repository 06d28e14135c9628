import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse, type Visitor } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { concernsToday } from '../on-today.ts'
import { safeguarding } from '../room.ts'
import { getConcern, listSteps, updateNamed } from '../safeguarding.sql.ts'

const house = await testHouse([persons, safeguarding], { today: '2018-03-29' })
const hub = { organisation: 'Hub' }
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh', ...hub })
const colleague = await house.signIn({ duties: ['adviser'], ...hub })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi', ...hub })
const ruth = await house.signIn({
  duties: ['safeguarding_lead'],
  organisation: 'Council',
  kind: 'council',
  name: 'Ruth Adeyemi',
})
const nobodyElse = [
  colleague,
  mo,
  await house.signIn({
    duties: ['council_practitioner'],
    organisation: 'Council',
    kind: 'council',
  }),
]

const answers = (more: Record<string, string | readonly string[]> = {}) => ({
  id: newId(),
  who: 'somebody_else',
  name: 'The man at number 9',
  about: 'adult',
  danger: 'no',
  words: 'He says that his nephew keeps his bank card.',
  kinds: ['financial'],
  knows: 'yes',
  ...more,
})

async function raised(more: Record<string, string | readonly string[]> = {}): Promise<string> {
  const sent = answers(more)
  const page = await jo.post('/safeguarding/raise', sent)
  assert.equal(page.location, `/safeguarding/${sent.id}`)
  return sent.id
}

async function step(who: Visitor, id: string, fields: Record<string, string>) {
  const shown = await who.get(`/safeguarding/${id}`)
  return who.post(`/safeguarding/${id}`, {
    id: shown.field('id') ?? '',
    version: shown.field('version') ?? '',
    words: 'Talked it over.',
    ...fields,
  })
}

const leadMessages = () =>
  house.asSystem((tx) =>
    tx
      .selectFrom('message')
      .select(['recipient', 'subject', 'body'])
      .where('subject', 'like', '%safeguarding%')
      .execute(),
  )

test('a concern goes from a click on any page to the lead with one more, and tells them so without a name', async () => {
  const before = (await leadMessages()).length
  const sent = answers({ danger: 'yes' })
  for (let times = 0; times < 2; times += 1)
    assert.equal((await jo.post('/safeguarding/raise', sent)).location, `/safeguarding/${sent.id}`)
  const messages = (await leadMessages()).slice(before)
  assert.equal(messages.length, 1)
  assert.equal(messages[0]?.subject, 'Urgent: a safeguarding concern')
  assert.doesNotMatch(messages[0].body, /number 9|nephew/)
  assert.match((await ruth.get('/safeguarding')).text, /The man at number 9 ?, an adult In danger/)
})

test('from a record it is about the carer, whom they look after, or somebody else', async () => {
  const carer = await aPerson(house.db, jo.actor, { givenName: 'Margaret' })
  const brian = await aPerson(house.db, jo.actor, { givenName: 'Brian', kind: 'cared_for' })
  await asActor(house.db, jo.actor, (tx) =>
    insertCaring(tx, {
      authorityId: jo.actor.authorityId,
      id: newId(),
      carerId: carer.id,
      caredForId: brian.id,
      relationship: 'husband',
    }),
  )
  const from = `/safeguarding/raise?record=${carer.id}`
  const shown = await jo.get(from)
  assert.equal(shown.field('who'), carer.id)
  assert.match(shown.text, /Brian Tolley looked after by Margaret Tolley/)
  const sent = answers({ who: brian.id, name: '' })
  await jo.post(from, sent)
  const concern = await asActor(house.db, jo.actor, (tx) => getConcern(tx, sent.id))
  assert.deepEqual(
    [concern.recordId, concern.personId, concern.aboutName],
    [carer.id, brian.id, 'Brian Tolley'],
  )
  const forLead = await ruth.get(`/safeguarding/${sent.id}`)
  assert.match(forLead.text, /Their record The record it was raised from/)
})

for (const [what, fields, fault] of [
  ['nobody', { name: '' }, 'Enter their name, or how you would know them again'],
  ['no words', { words: ' ' }, 'Enter what worries you'],
  ['no age', { about: '' }, 'Select whether they are an adult or a child'],
  ['no word on danger', { danger: '' }, 'Select whether anybody is in danger now'],
  ['no word on who knows', { knows: '' }, 'Select whether the person knows that you raise this'],
  ['a kind that is none', { kinds: ['spite'] }, ''],
] as const) {
  test(`a concern with ${what} is refused beside its field, and nothing typed is lost`, async () => {
    const page = await jo.post('/safeguarding/raise', answers(fields))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(fault))
    if (!('words' in fields)) assert.ok(page.text.includes('his nephew keeps his bank card'))
  })
}

test('whoever raised it reads what they wrote and what they are told, and nothing of what was done', async () => {
  const id = await raised()
  assert.match((await jo.get(`/safeguarding/${id}`)).text, /reads it today and tells you here/)
  await step(ruth, id, { step: 'look', words: 'The nephew is known to us.' })
  await step(ruth, id, { step: 'tell', words: 'Thank you. We are seeing him on Tuesday.' })
  const page = await jo.get(`/safeguarding/${id}`)
  assert.match(page.text, /What came of it .*We are seeing him on Tuesday\./)
  assert.doesNotMatch(page.text, /known to us/)
  assert.equal((await step(jo, id, { step: 'look' })).status, 404)
  assert.deepEqual(await asActor(house.db, jo.actor, (tx) => listSteps(tx, id)), [])
})

test('colleagues, managers and the council read nothing of it, by page, list, today or statement', async () => {
  const id = await raised()
  for (const who of nobodyElse) {
    assert.equal((await who.get(`/safeguarding/${id}`)).status, 404)
    assert.doesNotMatch((await who.get('/safeguarding')).text, /number 9/)
    await asActor(house.db, who.actor, async (tx) => {
      await assert.rejects(getConcern(tx, id), { name: 'NotFound' })
      const today = await concernsToday.list(tx, {
        actor: who.actor,
        today: house.house.clock.today(),
        limit: 10,
      })
      assert.equal(today.total, 0)
    })
  }
  assert.equal((await house.visitor.get(`/safeguarding/${id}`)).status, 303)
})

test('whom the lead names reads and works on it, until the lead says otherwise', async () => {
  const id = await raised()
  await step(ruth, id, { step: 'look' })
  await ruth.post(`/safeguarding/${id}/readers`, { reader: mo.actor.accountId!, reads: 'yes' })
  assert.match((await mo.get(`/safeguarding/${id}`)).text, /Talked it over/)
  assert.equal((await step(mo, id, { step: 'note', words: 'Rang his sister.' })).status, 303)
  assert.equal(
    (
      await mo.post(`/safeguarding/${id}/readers`, {
        reader: colleague.actor.accountId!,
        reads: 'yes',
      })
    ).status,
    403,
  )
  await assert.rejects(
    asActor(house.db, mo.actor, (tx) =>
      updateNamed(tx, { id, named: [colleague.actor.accountId!] }),
    ),
    /only the safeguarding lead names/,
  )
  await ruth.post(`/safeguarding/${id}/readers`, { reader: mo.actor.accountId!, reads: 'no' })
  assert.equal((await mo.get(`/safeguarding/${id}`)).status, 404)
  const kept = await ruth.get(`/safeguarding/${id}`)
  assert.match(kept.text, /Rang his sister\. Mo Adeyemi/)
  assert.match(kept.text, /Who opened it .*Mo Adeyemi/)
  const wrong = await ruth.post(`/safeguarding/${id}/readers`, { reader: newId(), reads: 'yes' })
  assert.match(wrong.text, /Select who may read it/)
})

test('it is referred, receipted, its outcome known and closed, each step with its words', async () => {
  const id = await raised()
  await step(ruth, id, { step: 'look' })
  assert.match((await step(ruth, id, { step: 'refer' })).text, /Enter to whom you referred it/)
  await step(ruth, id, { step: 'refer', toWhom: 'Adult safeguarding team' })
  assert.match((await step(ruth, id, { step: 'receipt' })).text, /Enter the number or name/)
  await step(ruth, id, { step: 'receipt', numberThere: 'AST-441' })
  assert.match((await step(ruth, id, { step: 'close' })).text, /Select what you did/)
  await step(ruth, id, { step: 'outcome', words: 'A section 42 enquiry was opened.' })
  assert.match((await step(ruth, id, { step: 'close', words: '' })).text, /Enter what was done/)
  const early = await step(ruth, id, { step: 'close', words: 'They lead from here.' })
  assert.equal(early.status, 422)
  assert.match(early.text, /Tell Jo Pugh what came of it first.*They lead from here/)
  await step(ruth, id, { step: 'tell', words: 'The council looks into it. Thank you.' })
  await step(ruth, id, { step: 'close', words: 'They lead from here.' })
  assert.match((await jo.get(`/safeguarding/${id}`)).text, /The council looks into it\. Thank you/)
  const page = await ruth.get(`/safeguarding/${id}`)
  assert.match(
    page.text,
    /closed.*Referred : Adult safeguarding team.*their number AST-441.*A section 42 enquiry/,
  )
  assert.match((await ruth.get('/safeguarding?show=closed')).text, /The man at number 9/)
  await step(ruth, id, { step: 'reopen', words: 'He rang again.' })
  assert.match((await ruth.get(`/safeguarding/${id}`)).text, /: looked at/)
})

test('two people at once: the second reads what is new and loses nothing typed; one step sent twice is one', async () => {
  const id = await raised()
  const shown = await ruth.get(`/safeguarding/${id}`)
  const sent = {
    id: shown.field('id')!,
    version: shown.field('version')!,
    step: 'look',
    words: 'Rang him.',
  }
  assert.equal((await ruth.post(`/safeguarding/${id}`, sent)).status, 303)
  assert.equal((await ruth.post(`/safeguarding/${id}`, sent)).status, 303)
  const late = await ruth.post(`/safeguarding/${id}`, {
    ...sent,
    id: newId(),
    step: 'note',
    words: 'Wrote to him.',
  })
  assert.equal(late.status, 422)
  assert.match(late.text, /Somebody else worked on this concern while you typed/)
  assert.ok(late.text.includes('Rang him.') && late.text.includes('Wrote to him.'))
  assert.equal((await asActor(house.db, ruth.actor, (tx) => listSteps(tx, id))).length, 1)
})

test('what was raised is never changed and never taken away, not by the lead either', async () => {
  const id = await raised()
  const asLead = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(house.db, ruth.actor, work)
  const change = asLead((tx) =>
    tx.updateTable('safeguardingConcern').set({ words: 'Nothing.' }).where('id', '=', id).execute(),
  )
  const removal = asLead((tx) =>
    tx.deleteFrom('safeguardingConcern').where('id', '=', id).execute(),
  )
  await assert.rejects(change, /stays as it was raised/)
  await assert.rejects(removal, /permission denied/)
})

test('the carer, whose record it stands on, learns nothing of it from who looked', async () => {
  const carer = await aPerson(house.db, jo.actor)
  const sent = answers({ who: carer.id, name: '' })
  await jo.post(`/safeguarding/raise?record=${carer.id}`, sent)
  await ruth.get(`/safeguarding/${sent.id}`)
  const own = await house.signIn({ duties: ['carer'], personId: carer.id })
  await asActor(house.db, own.actor, async (tx) => {
    await assert.rejects(getConcern(tx, sent.id), { name: 'NotFound' })
    const looks = await tx
      .selectFrom('readLog')
      .selectAll()
      .where('personId', '=', carer.id)
      .execute()
    assert.deepEqual(looks, [])
  })
})
