import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { listInvolvements } from '../involvements.sql.ts'
import { addCarer } from '../new-carer.ts'
import { asActor } from '#platform/access/as-actor.ts'
import { testHouse } from '#platform/web/testing.ts'
import { detailFields } from '../details-form.ts'
import { getPerson } from '../persons.sql.ts'
import { nameRange } from '../search-keys.rules.ts'
import { listIdsByRanges } from '../search.sql.ts'
import { persons } from '../room.ts'
import { aPerson } from '../testing.ts'

const house = await testHouse([persons], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })

const carer = () =>
  aPerson(house.db, jo.actor, {
    dateOfBirth: '1946-06-01',
    town: 'Malvern',
    homePhone: '01632960287',
    mayPost: true,
  })

/** The details page of a person as opened now, ready to be sent with some answers changed. */
async function opened(id: string) {
  const page = await jo.get(`/carers/${id}/details`)
  const names = [
    'version',
    ...detailFields,
    'dateOfBirth-day',
    'dateOfBirth-month',
    'dateOfBirth-year',
  ]
  const filled = Object.fromEntries(names.map((name) => [name, page.field(name) ?? '']))
  // Selects are not fields of the page reader.
  return { ...filled, informationFormat: 'standard' } as Record<string, string>
}

const stored = (id: string) => asActor(house.db, jo.actor, (tx) => getPerson(tx, id))

test('the page opens filled, and saving it untouched changes nothing but the version', async () => {
  const before = await carer()
  const answers = await opened(before.id)
  assert.equal(
    (await jo.post(`/carers/${before.id}/details`, answers)).location,
    `/carers/${before.id}`,
  )
  assert.deepEqual(await stored(before.id), { ...before, version: 2 })
})

test('a byte that no text may hold is not stored, and the rest is', async () => {
  const { id } = await carer()
  await jo.post(`/carers/${id}/details`, { ...(await opened(id)), note: 'Has\u0000 a dog' })
  assert.match((await stored(id)).note ?? '', /^Has ?a dog$|^Has a dog$/)
})

test('a new name is saved, and found', async () => {
  const { id } = await carer()
  await jo.post(`/carers/${id}/details`, { ...(await opened(id)), familyName: "O'Hanlon" })
  const terms = [[nameRange(['ohanlon', 'margaret'])]]
  const found = await asActor(house.db, jo.actor, (tx) =>
    listIdsByRanges(tx, { actor: jo.actor, terms, limit: 5 }),
  )
  assert.deepEqual(found, [id])
})

const refusals: readonly [name: string, typed: Record<string, string>, message: string][] = [
  ['a missing first name', { givenName: ' ' }, 'Enter a first name'],
  [
    'an impossible date',
    { 'dateOfBirth-day': '31', 'dateOfBirth-month': '2' },
    'Date of birth must be a real date',
  ],
  [
    'a birth still to come',
    { 'dateOfBirth-year': '2018', 'dateOfBirth-day': '30', 'dateOfBirth-month': '3' },
    'Date of birth must be in the past',
  ],
  ['half a postcode', { postcode: 'WR5' }, 'Enter a full UK postcode'],
  ['a telephone number that is none', { homePhone: '12' }, 'Enter a telephone number'],
  ['an NHS number with a slip in it', { nhsNumber: '999 092 5632' }, 'Check the NHS number'],
  [
    'a death before the birth',
    { 'diedOn-day': '1', 'diedOn-month': '1', 'diedOn-year': '1940' },
    'must be after their birth',
  ],
  [
    'a death still to come',
    { 'diedOn-day': '30', 'diedOn-month': '3', 'diedOn-year': '2018' },
    'must be today or earlier',
  ],
  ['an email address without an at', { email: 'margaret' }, 'Enter an email address'],
  ['a gender that is not on the list', { gender: 'nonsense' }, 'Select one of the answers'],
]

for (const [name, typed, message] of refusals) {
  test(`${name} is refused, and all that was typed stays`, async () => {
    const { id } = await carer()
    const page = await jo.post(`/carers/${id}/details`, {
      ...(await opened(id)),
      note: 'Has a dog',
      ...typed,
    })
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message))
    assert.ok(page.title.startsWith('Error:'))
    assert.equal(page.field('note'), 'Has a dog')
    assert.equal((await stored(id)).version, 1)
  })
}

test('of two who change one record at once the second is told, with both versions, and loses nothing', async () => {
  const { id } = await carer()
  const [mine, theirs] = [await opened(id), await opened(id)]
  await mo.post(`/carers/${id}/details`, { ...theirs, town: 'Upton', mobilePhone: '07700 900562' })
  const told = await jo.post(`/carers/${id}/details`, { ...mine, town: 'Ledbury', knownAs: 'Peg' })
  assert.equal(told.status, 409)
  assert.ok(told.text.includes('Mo Adeyemi changed these details while you had them open'))
  assert.ok(told.text.includes('Town or village Upton Ledbury'))
  assert.ok(told.text.includes('Mobile telephone: 07700 900562'))
  const merged = {
    town: told.field('town'),
    knownAs: told.field('knownAs'),
    mobile: told.field('mobilePhone'),
  }
  assert.deepEqual(merged, { town: 'Ledbury', knownAs: 'Peg', mobile: '07700900562' })
  const again = Object.fromEntries(Object.keys(mine).map((name) => [name, told.field(name) ?? '']))
  const saved = await jo.post(`/carers/${id}/details`, { ...again, informationFormat: 'standard' })
  assert.equal(saved.status, 303)
  const { town, knownAs, mobilePhone, version } = await stored(id)
  assert.deepEqual(
    { town, knownAs, mobilePhone, version },
    { town: 'Ledbury', knownAs: 'Peg', mobilePhone: '07700900562', version: 3 },
  )
})

test('a worker of another organisation cannot open or change the details', async () => {
  const { id } = await carer()
  const answers = await opened(id)
  const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  assert.equal((await stranger.get(`/carers/${id}/details`)).status, 404)
  assert.equal((await stranger.post(`/carers/${id}/details`, answers)).status, 404)
})

test('work with a carer ends on a day and for a reason, and the carer is off the register', async () => {
  const id = newId()
  const works = {
    organisationId: jo.actor.organisationIds[0]!,
    kind: 'adult_carer',
    workerId: null,
    on: isoDate('2018-01-10'),
    source: null,
  } as const
  await asActor(house.db, jo.actor, (tx) =>
    addCarer(tx, jo.actor, { id, works, details: { givenName: 'Ann', familyName: 'Ashby' } }),
  )
  const involvement = await house.asSystem((tx) =>
    tx.selectFrom('involvement').select('id').where('personId', '=', id).executeTakeFirstOrThrow(),
  )
  const path = `/carers/${id}/worker/${involvement.id}/end`
  const end = { reason: 'care_home', 'on-day': '20', 'on-month': '3', 'on-year': '2018' }
  for (const [typed, message] of [
    [{ ...end, reason: '' }, 'Select why it ends'],
    [{ ...end, 'on-day': '30' }, 'The day must be today or earlier'],
    [{ ...end, 'on-year': '2017' }, 'must not be before the work began'],
  ] as const) {
    const refused = await jo.post(path, typed)
    assert.equal(refused.status, 422)
    assert.ok(refused.text.includes(message), refused.text)
  }
  assert.equal((await jo.post(path, end)).location, `/carers/${id}`)
  const ended = await house.asSystem((tx) => listInvolvements(tx, id))
  assert.deepEqual(
    ended.map(({ until, endReason }) => [until, endReason]),
    [['2018-03-20', 'care_home']],
  )
  const registration = await house.asSystem((tx) =>
    tx
      .selectFrom('registration')
      .select(['state', 'endedOn', 'endReason'])
      .where('personId', '=', id)
      .executeTakeFirst(),
  )
  assert.deepEqual(registration, { state: 'ended', endedOn: '2018-03-20', endReason: 'care_home' })
  assert.equal((await jo.post(path, end)).status, 404, 'what has ended cannot be ended again')
})

test('a carer gets a named worker from those who work at the organisation, and from nobody else', async () => {
  const { id } = await carer()
  const involvement = await house.asSystem((tx) =>
    tx.selectFrom('involvement').select('id').where('personId', '=', id).executeTakeFirstOrThrow(),
  )
  const path = `/carers/${id}/worker/${involvement.id}`
  assert.ok((await jo.get(path)).text.includes('Mo Adeyemi'))
  assert.equal((await jo.post(path, { worker: mo.actor.accountId! })).location, `/carers/${id}`)
  assert.ok((await jo.get(`/carers/${id}`)).text.includes('Mo Adeyemi since 1 May 2017'))
  const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  const refused = await jo.post(path, { worker: stranger.actor.accountId! })
  assert.equal(refused.status, 422)
  assert.ok(refused.text.includes('Select someone from the list'))
})
