import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { readReference } from '#platform/lib/reference.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { referrals } from '../../referrals/room.ts'
import { listSent } from '../../referrals/sent-referrals.sql.ts'
import { referralDoors } from '../room.ts'
import { isoDate } from '#platform/lib/dates.ts'

const house = await testHouse([referrals, referralDoors], { today: '2018-03-29' })
await house.asSystem((tx) => anOrganisation(tx, house.house.authority.id, 'Test hub', 'hub'))
const circle = await house.signIn({
  duties: ['referrer'],
  organisation: 'Carers’ Circle',
  kind: 'charity',
  name: 'Dr Amin',
})
const otherSurgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Hagley Surgery',
  kind: 'gp_practice',
})

const answers = (more: Record<string, string> = {}) => ({
  id: newId(),
  sender: String(circle.actor.organisationIds[0]),
  givenName: 'Margaret',
  familyName: 'Tolley',
  'dateOfBirth-day': '1',
  'dateOfBirth-month': '6',
  'dateOfBirth-year': '1946',
  telephone: '01632 960 287',
  kind: 'adult_carer',
  agreed: 'yes',
  agreedHow: 'spoken',
  shareOutcome: 'yes',
  ...more,
})

const sent = (actor = circle.actor) =>
  asActor(house.db, actor, (tx) =>
    listSent(tx, {
      from: isoDate('2018-03-29'),
      to: isoDate('2018-03-29'),
      offset: 0,
      limit: 100,
    }),
  )

test('the page asks for little and works without a script', async () => {
  const page = await circle.get('/referrals/new')
  assert.equal(page.status, 200)
  assert.equal(page.field('sender'), String(circle.actor.organisationIds[0]))
  assert.ok(page.field('id'))
})

test('a referral gives a reference that can be read aloud, and says what happens next', async () => {
  const sentAnswers = answers()
  const page = await circle.post('/referrals/new', sentAnswers)
  assert.equal(page.location, `/referrals/sent/${sentAnswers.id}?just-sent=yes`)
  const receipt = await circle.get(page.location!)
  const reference = /REF-\w{5}-\w/.exec(receipt.text)?.[0] ?? ''
  assert.equal(readReference(reference, 'REF'), reference)
  assert.ok(
    receipt.text.includes('Test hub reads it and rings Margaret Tolley within ten working days'),
  )
})

test('the same form sent twice is one referral', async () => {
  const before = (await sent()).length
  const twice = answers({ givenName: 'Twice' })
  const [first, second] = [
    await circle.post('/referrals/new', twice),
    await circle.post('/referrals/new', twice),
  ]
  assert.equal(first.location, second.location)
  assert.equal((await sent()).length, before + 1)
})

const refusals: readonly [name: string, typed: Record<string, string>, message: string][] = [
  ["no word of the carer's agreement", { agreed: '' }, 'Confirm that the carer agreed'],
  ['no word of how they agreed', { agreedHow: '' }, 'Select how the carer agreed'],
  ['no name', { givenName: '' }, 'Enter the carer’s first name'],
  [
    'neither a date of birth nor an age',
    { 'dateOfBirth-day': '', 'dateOfBirth-month': '', 'dateOfBirth-year': '' },
    'or their age if you do not know it',
  ],
  ['an impossible date', { 'dateOfBirth-day': '31' }, 'Date of birth must be a real date'],
  ['a birth still to come', { 'dateOfBirth-year': '2019' }, 'Date of birth must be in the past'],
  ['half a date', { 'dateOfBirth-month': '' }, 'Date of birth must include a month'],
  ['an age nobody has', { age: '200' }, 'Age must be a number between 3 and 110'],
  [
    'no way to reach them',
    { telephone: '' },
    'Enter a telephone number, an address or an email address',
  ],
  ['a telephone number that is none', { telephone: 'ask me' }, 'Enter a telephone number'],
  ['no kind of carer', { kind: '' }, 'Select which kind of carer they are'],
  ['a young carer of 71', { kind: 'young_carer' }, 'A young carer is under 18'],
  ['an organisation of somebody else', { sender: '999' }, 'Select who is sending this'],
]

for (const [name, typed, message] of refusals) {
  test(`${name} is refused, and all that was typed stays`, async () => {
    const before = (await sent()).length
    const page = await circle.post('/referrals/new', answers({ more: 'Cares for Brian', ...typed }))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.equal(page.field('more'), 'Cares for Brian')
    assert.equal((await sent()).length, before)
  })
}

test('an age is enough where the date of birth is not known, and an address where there is no telephone', async () => {
  const some = {
    'dateOfBirth-day': '',
    'dateOfBirth-month': '',
    'dateOfBirth-year': '',
    age: '70',
    telephone: '',
    address1: '4 Orchard Rise',
    postcode: 'wr142aa',
  }
  assert.equal((await circle.post('/referrals/new', answers(some))).status, 303)
})

test("a young carer's referral goes to the young carers' service where there is one", async () => {
  const young = { kind: 'young_carer', 'dateOfBirth-year': '2005' }
  await circle.post('/referrals/new', answers(young))
  assert.equal((await sent())[0]?.to, 'Test hub')
  await house.asSystem((tx) =>
    anOrganisation(tx, house.house.authority.id, 'Young service', 'young_carers'),
  )
  await circle.post('/referrals/new', answers(young))
  assert.equal((await sent())[0]?.to, 'Young service')
})

test('an organisation sees what it sent and nothing of what another sent', async () => {
  const mine = answers()
  await circle.post('/referrals/new', mine)
  assert.equal((await circle.get(`/referrals/sent/${mine.id}`)).status, 200)
  assert.equal((await otherSurgery.get(`/referrals/sent/${mine.id}`)).status, 404)
  assert.deepEqual(await sent(otherSurgery.actor), [])
  const raw = await asActor(house.db, otherSurgery.actor, (tx) =>
    tx.selectFrom('referral').selectAll().execute(),
  )
  assert.deepEqual(raw, [])
})

test('the database refuses a referral in the name of another organisation', async () => {
  await assert.rejects(
    asActor(house.db, otherSurgery.actor, (tx) =>
      tx
        .insertInto('referral')
        .values({
          authorityId: house.house.authority.id,
          id: newId(),
          reference: 'REF-TEST',
          kind: 'adult_carer',
          receivedOn: '2018-03-29',
          source: 'gp_practice',
          fromOrganisationId: circle.actor.organisationIds[0]!,
          toOrganisationId: 1,
          state: 'new',
        })
        .execute(),
    ),
    /row-level security/,
  )
})

test('counts of a period are the own ones, and a period that is none is refused', async () => {
  const page = await circle.get('/referrals/sent?from=2018-03-29&to=2018-03-29')
  assert.ok(page.text.includes(`sent ${(await sent()).length}`))
  assert.ok(
    (await circle.get('/referrals/sent?from=2017-01-01&to=2017-12-31')).text.includes(
      'You sent no referrals',
    ),
  )
  for (const [query, message] of [
    ['from=2018-02-30', 'From must be a real date'],
    ['to=tomorrow', 'To must be a real date'],
    ['from=2018-03-02&to=2018-03-01', 'To must be the same day as From'],
  ]) {
    const refused = await circle.get(`/referrals/sent?${query}`)
    assert.equal(refused.status, 422)
    assert.ok(refused.text.includes(message!))
  }
})

test('only referrers may refer', async () => {
  const adviser = await house.signIn({ duties: ['adviser'] })
  assert.equal((await adviser.get('/referrals/new')).status, 403)
  assert.equal((await adviser.get('/referrals/sent')).status, 403)
})

test('one tick keeps that the carer asked for an assessment, and without it nobody did', async () => {
  const page = await circle.get('/referrals/new')
  assert.match(page.text, /They asked for an assessment Its clock starts today/)
  for (const [tick, kept] of [
    [{ assessmentAskedFor: 'yes' }, true],
    [{}, false],
  ] as const) {
    const typed = answers(tick)
    await circle.post('/referrals/new', typed)
    const row = await house.asSystem((tx) =>
      tx
        .selectFrom('referral')
        .select('assessmentAskedFor')
        .where('id', '=', typed.id)
        .executeTakeFirst(),
    )
    assert.equal(row?.assessmentAskedFor, kept)
  }
})
