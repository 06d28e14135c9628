import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Room } from '#platform/room.ts'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { accounts } from '#share/accounts/room.ts'
import { overridesToLookAt } from '../on-today.ts'
import { closeEndedOverrides } from '../overrides.sql.ts'
import { overrides } from '../room.ts'

const contacts: Room = {
  name: 'contacts',
  recordPanels: [
    {
      id: 'said',
      side: 'events',
      order: 1,
      show: async (tx, { personId }) => {
        const rows = await tx
          .selectFrom('contact')
          .select('words')
          .where('personId', '=', personId)
          .execute()
        return { title: 'Said', body: html`<p>${rows.map(({ words }) => words)}</p>` }
      },
    },
  ],
}

const house = await testHouse([overrides, accounts, persons, contacts], { today: '2018-04-03' })
const hub = { organisation: 'Hub' }
const other = { organisation: 'Night service', kind: 'charity' }
const adviser = await house.signIn({ duties: ['adviser'], ...hub })
const night = await house.signIn({ duties: ['adviser'], ...other, name: 'Nia Rees' })
const colleague = await house.signIn({ duties: ['adviser'], ...other })
const manager = await house.signIn({ duties: ['manager'], ...other })
const hubManager = await house.signIn({ duties: ['manager'], ...hub })
const lead = await house.signIn({
  duties: ['safeguarding_lead'],
  organisation: 'Council',
  kind: 'council',
})

const reason = 'She fell in the street and her mother is alone at home.'

async function peg() {
  const person = await aPerson(house.db, adviser.actor, { dateOfBirth: '1951-02-03' })
  const { authorityId, id: personId } = person
  const contact = { authorityId, personId, organisationId: adviser.actor.organisationIds[0]! }
  const how = {
    at: '2018-03-01T10:00:00Z',
    channel: 'phone',
    direction: 'in',
    words: 'The key is next door',
  }
  await asActor(house.db, adviser.actor, (tx) =>
    tx
      .insertInto('contact')
      .values({ ...contact, ...how, id: newId() })
      .execute(),
  )
  const carer = await house.signIn({ duties: ['carer'], personId })
  return { person, carer }
}

type Peg = Awaited<ReturnType<typeof peg>>

const asked = ({ person }: Peg, change: object = {}) => ({
  id: newId(),
  reference: person.reference,
  kind: 'emergency',
  reason,
  ...change,
})

/** Opens a record as the night service; gives the override's address. */
async function opened(of: Peg, change: object = {}): Promise<string> {
  const form = asked(of, change)
  const done = await night.post('/open-a-record', form)
  assert.equal(done.location, `/overrides/${form.id}`, done.text)
  return done.location!
}

test('in an emergency a record opens to one worker, who leaves their reason; to nobody else', async () => {
  const of = await peg()
  assert.equal((await night.get(`/carers/${of.person.id}`)).status, 404)
  const at = await opened(of)
  assert.match((await night.get(at)).text, /open to you until 3 April 2018 at 5pm/)
  const record = await night.get(`${at}/record`)
  assert.equal(record.status, 200)
  assert.match(record.text, /Margaret Tolley Open to you until .* The key is next door/)
  for (const who of [colleague, manager, lead, hubManager]) {
    assert.equal((await who.get(`${at}/record`)).status, 404)
  }
  // The pass is carried by that one page alone: the record is no more theirs than before.
  assert.equal((await night.get(`/carers/${of.person.id}`)).status, 404)
})

test('the carer reads who opened it and why', async () => {
  const of = await peg()
  await night.get(`${await opened(of)}/record`)
  assert.match(
    (await of.carer.get('/my/who-looked')).text,
    /Nia Rees, adviser at Night service, looked at your record on .*, because of an emergency: She fell in the street and her mother is alone at home\. They opened it without your agreement/,
  )
})

test('its purposes are those of its kind: an emergency opens no assessments', async () => {
  const of = await peg()
  for (const [kind, readers] of [
    ['emergency', false],
    ['safeguarding', true],
  ] as const) {
    const at = await opened(of, { kind })
    const row = await house.asSystem((tx) =>
      tx
        .selectFrom('person')
        .select(['readers', 'supportReaders', 'assessmentReaders'])
        .where('id', '=', of.person.id)
        .executeTakeFirstOrThrow(),
    )
    const passes = (ids: readonly number[]) => ids.some((id) => id < 0)
    assert.deepEqual(
      [passes(row.readers), passes(row.supportReaders), passes(row.assessmentReaders)],
      [true, true, readers],
    )
    await night.post(`${at}/shut`, {})
  }
})

test('it shuts when its opener is done, and by itself when its time is over', async () => {
  const of = await peg()
  const at = await opened(of)
  assert.equal((await colleague.post(`${at}/shut`, {})).status, 404)
  assert.equal((await manager.post(`${at}/shut`, {})).status, 403)
  assert.equal((await night.post(`${at}/shut`, {})).location, at)
  assert.equal((await night.get(`${at}/record`)).status, 404)
  await opened(of)
  const readers = () =>
    house.asSystem((tx) =>
      tx
        .selectFrom('contact')
        .select('readers')
        .where('personId', '=', of.person.id)
        .executeTakeFirstOrThrow(),
    )
  assert.ok((await readers()).readers.some((id) => id < 0))
  assert.equal(await closeEndedOverrides(house.db, '2018-04-03T15:59:59Z'), 0)
  assert.ok((await closeEndedOverrides(house.db, '2018-04-05T16:00:00Z')) >= 1)
  assert.ok((await readers()).readers.every((id) => id > 0))
})

test('the manager of that organisation and the lead have it on their day until somebody looked through', async () => {
  const of = await peg()
  const at = await opened(of)
  const day = (who: typeof manager) =>
    asActor(house.db, who.actor, (tx) =>
      overridesToLookAt.list(tx, { actor: who.actor, today: house.house.clock.today(), limit: 50 }),
    )
  const waits = async (who: typeof manager) =>
    (await day(who)).items.some(({ href }) => href === at)
  assert.deepEqual(
    [await waits(manager), await waits(lead), await waits(hubManager)],
    [true, true, false],
  )
  assert.ok((await manager.get('/overrides')).html.includes(at))
  assert.ok(!(await hubManager.get('/overrides')).html.includes(at))
  assert.equal((await manager.post(`${at}/look-through`, { words: '' })).status, 422)
  await manager.post(`${at}/look-through`, { words: 'Right: she was alone.' })
  assert.match((await night.get(at)).text, /Looked through .*: Right: she was alone\./)
  assert.deepEqual([await waits(manager), await waits(lead)], [false, false])
})

test('nobody looks through their own', async () => {
  const of = await peg()
  const both = await house.signIn({ duties: ['manager'], ...other })
  const form = asked(of)
  const { location } = await both.post('/open-a-record', form)
  assert.equal((await both.post(`${location}/look-through`, { words: 'Fine' })).status, 403)
  const itself = asActor(house.db, both.actor, (tx) =>
    tx
      .updateTable('recordOverride')
      .set({ lookedThroughBy: both.actor.accountId, lookedThroughAt: '2018-04-03T13:00:00Z' })
      .where('id', '=', form.id)
      .execute(),
  )
  await assert.rejects(itself, /nobody looks through their own/)
})

const word = {
  because: 'Her son reads her post and would hurt her.',
  'until-day': 1,
  'until-month': 6,
  'until-year': 2018,
}

test('a look is kept from the carer on the safeguarding lead’s word alone, and told again', async () => {
  const of = await peg()
  const at = await opened(of)
  await night.get(`${at}/record`)
  const told = async () => (await of.carer.get('/my/who-looked')).text.includes('Nia Rees')
  for (const who of [night, manager, adviser])
    assert.equal((await who.post(`${at}/withhold`, word)).status, 403)
  assert.ok(await told())
  assert.equal((await lead.post(`${at}/withhold`, word)).location, at)
  assert.match(
    (await lead.get(at)).text,
    /does not see it until it is looked at again by 1 June 2018: Her son/,
  )
  await night.get(`${at}/record`)
  assert.ok(!(await told()))
  await lead.post(`${at}/withhold`, { tell: 'yes' })
  assert.ok(await told())
})

const withholdRefusals: readonly [string, object, string][] = [
  ['without why', { because: '' }, 'Enter why the carer must not see it'],
  ['with a word', { because: 'Unsafe' }, 'Write at least 20 characters'],
  ['for ever', { 'until-year': 2030 }, 'The day must be within three months'],
  ['until yesterday', { 'until-month': 4, 'until-day': 2 }, 'The day must be today or later'],
]
for (const [what, change, message] of withholdRefusals) {
  test(`keeping it from the carer ${what} is refused: ${message}`, async () => {
    const at = await opened(await peg())
    const page = await lead.post(`${at}/withhold`, { ...word, ...change })
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.match((await lead.get(at)).text, /sees it in their list/)
  })
}

test('as the database’s own role nobody but the lead withholds, and nobody rewrites why', async () => {
  const of = await peg()
  const at = await opened(of)
  const id = at.split('/').at(-1)!
  const set = (change: object) =>
    asActor(house.db, night.actor, (tx) =>
      tx.updateTable('recordOverride').set(change).where('id', '=', id).execute(),
    )
  const withheld = {
    withheld: true,
    withheldBy: night.actor.accountId,
    withheldUntil: '2018-06-01',
  }
  await assert.rejects(set({ ...withheld, withheldBecause: reason }), /only the safeguarding lead/)
  await assert.rejects(set({ reason: 'Another reason altogether' }), /stays as it was made/)
  await assert.rejects(set({ endsAt: '2018-04-04T11:00:00Z' }), /stays as it was made/)
  const hidden = asActor(house.db, night.actor, async (tx) => {
    const look = { authorityId: night.actor.authorityId, personId: of.person.id, what: 'record' }
    const who = { accountId: night.actor.accountId, readerName: 'Nobody', organisationIds: [] }
    await tx
      .insertInto('readLog')
      .values({ ...look, ...who, withheld: true })
      .execute()
  })
  await hidden
  assert.match((await of.carer.get('/my/who-looked')).text, /Nobody looked at your record on/)
  const forged = asActor(house.db, colleague.actor, (tx) =>
    tx
      .insertInto('recordOverride')
      .values({
        authorityId: night.actor.authorityId,
        id: newId(),
        personId: of.person.id,
        personName: 'x',
        personReference: 'x',
        accountId: night.actor.accountId ?? '',
        accountName: 'Nia Rees',
        organisationId: night.actor.organisationIds[0]!,
        kind: 'emergency',
        purposes: ['identity'],
        reason,
        openedAt: '2018-04-03T12:00:00Z',
        endsAt: '2018-04-03T13:00:00Z',
      })
      .execute(),
  )
  await assert.rejects(forged, /row-level security/)
})

const refusals: readonly [string, object, string][] = [
  ['without a reason', { reason: '' }, 'Enter what has happened'],
  ['with a word for a reason', { reason: 'Urgent' }, 'Write at least 20 characters'],
  ['for no kind', { kind: '' }, 'Select why you must open it'],
  ['out of curiosity', { kind: 'curiosity' }, 'Select why you must open it'],
  ['of nobody', { reference: '' }, 'Enter a reference, or a last name and date of birth'],
  ['by a reference that is none', { reference: 'ALG-1' }, 'Enter a reference like ALG-7F3KM-9'],
  ['by a reference nobody has', { reference: 'ALG-22222-T' }, ''],
  ['by last name alone', { reference: '', familyName: 'Tolley' }, 'Enter their date of birth'],
]
for (const [what, change, message] of refusals) {
  test(`opening a record ${what} is refused: ${message}`, async () => {
    const of = await peg()
    const page = await night.post('/open-a-record', asked(of, change))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.equal((await night.get(`/overrides/${asked(of).id}`)).status, 404)
  })
}

test('a last name and date of birth find one record; several need the reference', async () => {
  const of = await peg()
  const born = { 'dateOfBirth-day': 9, 'dateOfBirth-month': 9, 'dateOfBirth-year': 1949 }
  const sought = { reference: '', familyName: 'quillfeather', ...born }
  assert.match(
    (await night.post('/open-a-record', asked(of, sought))).text,
    /There is no such record/,
  )
  const person = { familyName: 'Quillfeather', dateOfBirth: '1949-09-09' }
  await aPerson(house.db, adviser.actor, person)
  await opened(of, sought)
  await aPerson(house.db, adviser.actor, person)
  assert.match((await night.post('/open-a-record', asked(of, sought))).text, /There are several/)
})

test('a record that is open to the worker anyway needs no override', async () => {
  const of = await peg()
  const done = await adviser.post('/open-a-record', asked(of))
  assert.equal(done.location, `/carers/${of.person.id}`)
  assert.match((await adviser.get('/overrides')).text, /None that you may see/)
})

test('who works with no records opens none', async () => {
  const analyst = await house.signIn({ duties: ['analyst'], ...hub })
  assert.equal((await analyst.get('/open-a-record')).status, 403)
  const referrer = await house.signIn({ duties: ['referrer'], ...other })
  assert.equal((await referrer.post('/open-a-record', asked(await peg()))).status, 403)
})
