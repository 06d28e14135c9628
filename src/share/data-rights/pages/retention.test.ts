import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { asActor } from '#platform/access/as-actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { newId } from '#platform/lib/ids.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { erasePerson, listDisposals } from '../disposals.sql.ts'
import { listItems } from '../items.sql.ts'
import { proposeDisposals } from '../retention.jobs.ts'
import { aContact, rightsHouse } from '../testing.ts'

const house = await rightsHouse({ today: '2031-04-03' })
const { aisha, owen, jo, david } = house

const propose = () =>
  proposeDisposals.run(
    { db: house.db, config: house.house.config, clock: house.house.clock },
    undefined,
  )

const proposals = (state: 'proposed' | 'approved' | 'erased' = 'proposed') =>
  asActor(house.db, aisha.actor, (tx) => listDisposals(tx, { state, limit: 1000 }))

const proposalFor = async (personId: string) =>
  (await proposals()).find((each) => each.personId === personId)

/** Everywhere in the database where a text stands: schema, table and column of every table there is. */
async function whereStands(text: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { name } of tables.rows) {
      const { rowCount } = await client.query(
        `select from ${name} x where x::text ilike '%' || $1 || '%'
            or to_jsonb(x)::text ilike '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%' limit 1`,
        [text],
      )
      if ((rowCount ?? 0) > 0) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}

/** Somebody of the past, who left a trace in every corner. */
async function someoneOfOld(name: string) {
  const { carer, other } = await house.aCarer(name)
  const contact = await aContact(house, carer.id, `${name} rang us.`, '2018-03-01T10:00:00Z')
  await asActor(house.db, jo.actor, async (tx) => {
    await tx
      .updateTable('contact')
      .set({ words: `${name} rang twice.` })
      .where('id', '=', contact)
      .execute()
    await noteRead(tx, jo.actor, carer.id, `record of ${name}`)
    await queueMessage(tx, {
      authorityId: jo.actor.authorityId,
      personId: carer.id,
      channel: 'email',
      purpose: 'reminder',
      recipient: carer.email!,
      subject: `Hello ${name}`,
      body: `Dear ${name}`,
    })
    await queueMessage(tx, {
      authorityId: jo.actor.authorityId,
      channel: 'email',
      purpose: 'receipt',
      recipient: carer.email!,
      subject: 'Thank you',
      body: `Dear ${name}`,
    })
    await tx
      .insertInto('draft')
      .values({
        authorityId: jo.actor.authorityId,
        accountId: jo.actor.accountId!,
        personId: carer.id,
        form: 'contact',
        typed: JSON.stringify({ words: `${name} said` }),
      })
      .execute()
  })
  const own = await house.signIn({ duties: ['carer'], personId: carer.id, name: `${name} herself` })
  await asActor(house.db, own.actor, (tx) => noteRead(tx, own.actor, carer.id, 'record'))
  await house.asSystem((tx) =>
    tx
      .updateTable('involvement')
      .set({ until: '2018-05-01' })
      .where('personId', 'in', [carer.id, other.id])
      .execute(),
  )
  await house.asSystem((tx) =>
    tx
      .updateTable('person')
      .set({ createdAt: '2018-03-01T10:00:00Z', town: `${name}ton` })
      .where('id', '=', carer.id)
      .execute(),
  )
  return { carer, other }
}

/** A request of long ago, gathered twice and decided on in between. */
async function askedOfOld(reference: string) {
  const id = newId()
  const on = (name: string) => ({
    [`${name}-day`]: '1',
    [`${name}-month`]: '6',
    [`${name}-year`]: '2018',
  })
  const post = async (path: string, fields: Record<string, string>) =>
    assert.equal((await david.post(path, fields)).status, 303)
  const how = {
    kind: 'access',
    askedBy: 'self',
    askerName: 'Herself',
    receivedHow: 'letter',
    words: '',
  }
  await post('/data-requests/new', { id, reference, ...how, ...on('receivedOn') })
  const step = (name: string) =>
    post(`/data-requests/${id}`, { id: newId(), step: name, words: 'In person', ...on('takenOn') })
  await step('identity_checked')
  await post(`/data-requests/${id}/gather`, {})
  const [item] = await asActor(house.db, david.actor, (tx) => listItems(tx, id))
  await post(`/data-requests/${id}/statements/${item!.id}`, { decision: 'disclose', words: '' })
  await post(`/data-requests/${id}/gather`, {})
  await step('refused')
}

const approve = (id: string) => aisha.post(`/retention/${id}`, { answer: 'approve', because: '' })

test('a record is proposed once its time is over, and not while somebody works with the person', async () => {
  const { carer } = await someoneOfOld('Quintilla')
  const { carer: current } = await house.aCarer('Roswitha')
  await propose()
  await propose()
  const found = (await proposals()).filter(({ personId }) => personId === carer.id)
  assert.equal(found.length, 1)
  assert.equal(found[0]?.rule, 'asc_contact_only')
  assert.match(found[0].because, /2 years from the last contact/)
  assert.equal(await proposalFor(current.id), undefined)
  const page = await aisha.get('/retention')
  assert.ok(page.text.includes(carer.reference))
  assert.doesNotMatch(page.text, /Quintilla/)
})

test('erased by two, nothing of the name is left in any table of the database but a stub', async () => {
  const { carer } = await someoneOfOld('Zwentibold')
  await askedOfOld(carer.reference)
  assert.ok((await whereStands('Zwentibold')).length > 5)
  await propose()
  const { id } = (await proposalFor(carer.id))!
  assert.equal((await approve(id)).location, '/retention')
  const own = await aisha.post(`/retention/${id}/erase`, { sure: 'yes' })
  assert.match(own.text, /Somebody else must erase what you approved/)
  assert.match((await owen.post(`/retention/${id}/erase`, {})).text, /Tick the box/)
  assert.equal((await owen.post(`/retention/${id}/erase`, { sure: 'yes' })).location, '/retention')
  assert.deepEqual(await whereStands('Zwentibold'), [])
  assert.deepEqual(await whereStands(carer.reference), [])
  const stub = (await proposals('erased')).find((each) => each.id === id)!
  assert.deepEqual(
    [stub.rule, stub.personReference, stub.because, stub.approvedByName, stub.erasedByName],
    ['sar_foi', null, '', 'Aisha Khan', 'Owen Price'],
  )
  assert.equal((stub.erased as Record<string, number>)['person'], 1)
  assert.match((await owen.post(`/retention/${id}/erase`, { sure: 'yes' })).text, /or it is done/)
})

test('whoever cared for or was cared for by somebody erased keeps their own record, without them', async () => {
  const { carer, other } = await someoneOfOld('Ubalda')
  await house.asSystem((tx) =>
    tx.updateTable('involvement').set({ until: null }).where('personId', '=', carer.id).execute(),
  )
  await house.asSystem((tx) =>
    tx.updateTable('caring').set({ until: '2018-05-01' }).where('carerId', '=', carer.id).execute(),
  )
  await house.asSystem((tx) =>
    tx
      .updateTable('person')
      .set({ createdAt: '2018-03-01T10:00:00Z' })
      .where('id', '=', other.id)
      .execute(),
  )
  await propose()
  const { id } = (await proposalFor(other.id))!
  await approve(id)
  await owen.post(`/retention/${id}/erase`, { sure: 'yes' })
  const left = await house.asSystem((tx) =>
    tx
      .selectFrom('caring')
      .select(['carerId', 'caredForId'])
      .where('carerId', '=', carer.id)
      .execute(),
  )
  assert.deepEqual(left, [{ carerId: carer.id, caredForId: null }])
})

test('a hold keeps a record, also one that was approved, until somebody ends it with a reason', async () => {
  const { carer } = await someoneOfOld('Vilfreda')
  await propose()
  const { id } = (await proposalFor(carer.id))!
  await approve(id)
  const hold = {
    id: newId(),
    whom: 'person',
    reference: carer.reference,
    reason: 'The coroner asked for it.',
  }
  for (let times = 0; times < 2; times += 1)
    assert.equal((await aisha.post('/retention/holds', hold)).location, '/retention/holds')
  await assert.rejects(
    asActor(house.db, owen.actor, (tx) => erasePerson(tx, { id, at: house.house.clock.now() })),
    /the record is held/,
  )
  assert.match((await aisha.get('/retention/holds')).text, /The coroner asked for it/)
  assert.match(
    (await aisha.post(`/retention/holds/${hold.id}`, { because: '' })).text,
    /Enter why the hold ends/,
  )
  assert.equal(
    (await aisha.post(`/retention/holds/${hold.id}`, { because: 'Inquest closed' })).status,
    303,
  )
  assert.equal((await aisha.post(`/retention/holds/${hold.id}`, { because: 'Again' })).status, 404)
  assert.equal((await owen.post(`/retention/${id}/erase`, { sure: 'yes' })).status, 303)
})

test('a hold on everybody takes every proposal back', async () => {
  const { carer } = await someoneOfOld('Theudelinde')
  await propose()
  assert.ok(await proposalFor(carer.id))
  const hold = { id: newId(), whom: 'everybody', reference: '', reason: 'A public inquiry.' }
  await aisha.post('/retention/holds', hold)
  await propose()
  assert.equal(await proposalFor(carer.id), undefined)
  await aisha.post(`/retention/holds/${hold.id}`, { because: 'It is over' })
  await propose()
  assert.ok(await proposalFor(carer.id))
})

test('a record that is kept for another year is not proposed again, and needs a reason', async () => {
  const { carer } = await someoneOfOld('Sidonia')
  await propose()
  const { id } = (await proposalFor(carer.id))!
  for (const [answer, fault] of [
    ['keep', 'Enter why the record is kept'],
    ['', 'Select whether the record ends or is kept'],
  ] as const)
    assert.ok((await aisha.post(`/retention/${id}`, { answer, because: '' })).text.includes(fault))
  await aisha.post(`/retention/${id}`, { answer: 'keep', because: 'A grandchild asks' })
  await propose()
  assert.equal(await proposalFor(carer.id), undefined)
  assert.match((await approve(id)).text, /Somebody has decided on it already/)
})

test('nothing is erased that nobody approved, by a statement either, nor by a worker', async () => {
  const { carer } = await someoneOfOld('Wulfhilde')
  await propose()
  const { id } = (await proposalFor(carer.id))!
  const erase = (who: typeof aisha) =>
    asActor(house.db, who.actor, (tx) => erasePerson(tx, { id, at: house.house.clock.now() }))
  await assert.rejects(erase(owen), /nobody has approved/)
  await approve(id)
  await assert.rejects(erase(aisha), /not who approved it/)
  await assert.rejects(erase(jo), /nobody has approved|not who approved/)
  assert.equal((await jo.get('/retention')).status, 403)
  assert.equal((await jo.post(`/retention/${id}/erase`, { sure: 'yes' })).status, 403)
  await house.asSystem((tx) =>
    tx.updateTable('involvement').set({ until: null }).where('personId', '=', carer.id).execute(),
  )
  await assert.rejects(erase(david), /somebody works with this person again/)
})

for (const [what, fields, fault] of [
  ['nobody', { whom: '' }, 'Select whose records are held'],
  ['no reference', { reference: '' }, 'Enter a reference like'],
  ['no such record', { reference: 'ALG-22222-2' }, 'There is no record with this reference'],
  ['hardly a reason', { reason: 'So' }, 'Enter why, in ten characters or more'],
] as const) {
  test(`a hold with ${what} is refused`, async () => {
    const typed = {
      id: newId(),
      whom: 'person',
      reference: 'ALG-22222-2',
      reason: 'The court asked.',
    }
    const page = await aisha.post('/retention/holds', { ...typed, ...fields })
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(fault))
  })
}
