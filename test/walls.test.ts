// A child who looks after a parent and asked that the parent is not told: the child's record, marked in
// every table, is tried from every account of the family and around it, at every address that the house
// has; and the parent's own record is read by those who may read the child's too.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { findNeeds, insertNeeds, updateNeeds } from '#people/persons/communication.sql.ts'
import { aPerson } from '#people/persons/testing.ts'
import { sharedPurposes } from '#share/agreements/agreement.ts'
import { demoHouse } from './demo.ts'
import { furnish } from './routes/furnish.ts'
import { demoPeople, rowsOf, type SignedIn } from './routes/people.ts'
import { carerWithAccount, markSubject } from './sharing/subject.ts'
import { addressesAbout, countedOf, everyAddress, toldAt } from './sharing/tried.ts'

const house = await demoHouse('today')
const people = await demoPeople(house)
await furnish(house, people)
const authorityId = house.house.authority.id

const everyDuty = ['referrer', 'adviser', 'assessor', 'key_worker', 'manager'] as const
const young = await house.signIn({
  duties: everyDuty,
  organisation: 'Young carers of the vale',
  kind: 'young_carers',
})
const parent = await carerWithAccount(house)
const asked = await aPerson(house.db, young.actor, {
  givenName: 'Imran',
  kind: 'young_carer',
  email: 'home@example.org',
})
await house.asSystem(async (tx) => {
  const child = { authorityId, personId: asked.id }
  await insertCaring(tx, {
    authorityId,
    id: newId(),
    carerId: asked.id,
    caredForId: parent.id,
    relationship: 'parent',
  })
  // The parent says that they look after the child too, as parents do.
  await insertCaring(tx, { authorityId, id: newId(), carerId: parent.id, caredForId: asked.id })
  await insertNeeds(tx, { ...child, values: { notWithParent: true } })
})
const child = await markSubject(house, { ...asked, sparing: parent.id })
const parentIds = new Set([
  parent.id,
  ...(await idsOf('plan')),
  ...(await idsOf('assessment')),
  ...(await idsOf('determination')),
  ...(await idsOf('payment')),
  ...(await idsOf('contact')),
  ...(await idsOf('conversation')),
])

async function idsOf(table: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(
    house,
    `select id from ${table} where person_id = '${parent.id}'`,
  )
  return rows.map(({ id }) => id)
}

const adviser = await house.signIn({
  duties: everyDuty,
  organisation: 'Another hub',
  kind: 'hub',
})
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'The parent’s surgery',
  kind: 'gp_practice',
})
await house.asSystem(async (tx) => {
  for (const who of [adviser, surgery])
    await tx
      .insertInto('agreement')
      .values({
        authorityId,
        id: newId(),
        personId: parent.id,
        organisationId: who.actor.organisationIds[0]!,
        agreedOn: '2018-01-01',
        howGiven: 'telephone',
        purposes: [...sharedPurposes],
      })
      .execute()
  await tx
    .insertInto('involvement')
    .values({
      authorityId,
      id: newId(),
      personId: parent.id,
      organisationId: adviser.actor.organisationIds[0]!,
      kind: 'adult_carer',
      since: '2018-01-01',
    })
    .execute()
})

const everywhere = [
  `/carers/${parent.id}`,
  ...(await everyAddress(house, child)),
  ...(await addressesAbout(house, { ids: parentIds })),
  `/search?q=${parent.reference}`,
  '/search?q=home%40example.org',
]

/** Who knows the parent, and the child through nobody else. */
const family: readonly (readonly [string, SignedIn])[] = [
  ['the parent’s own account', people.get('carer')!],
  ['an adult hub that works with the parent', adviser],
  ['a surgery to which the parent agreed to everything', surgery],
  ['a commissioner', people.get('commissioner')!],
  ['an administrator', people.get('administrator')!],
]

describe('of a child who asked that their parent is not told, nothing comes back', () => {
  for (const [name, who] of family) {
    // Administrators place holds on records that they do not read.
    const theirOffice = name === 'an administrator' ? ['legal_hold'] : []
    test(`in the database: ${name}`, async () => {
      const found = [...(await countedOf(house, who, child))].filter(([, { own }]) => own > 0)
      assert.deepEqual(
        found.map(([table]) => table).filter((table) => !theirOffice.includes(table)),
        [],
      )
    })
    test(`at every address: ${name}`, async () => {
      const told = [...(await toldAt(who, everywhere, child.tables))]
      assert.deepEqual(
        told.filter(([table]) => !theirOffice.includes(table)),
        [],
      )
    })
  }
})

describe('on the parent’s own record there is no trace, whoever opens it', () => {
  for (const [name, who] of [
    ['a council practitioner, who may read both', people.get('council_practitioner')!],
    ['the young carers’ service, which works with the child', young],
  ] as const)
    test(name, async () => {
      const about = [`/carers/${parent.id}`, ...(await addressesAbout(house, { ids: parentIds }))]
      const told = await toldAt(who, about, child.tables)
      // Whom the parent looks after they said themselves.
      assert.deepEqual(
        [...told.keys()].filter((table) => table !== 'person'),
        [],
      )
      assert.doesNotMatch((await who.get(`/carers/${parent.id}`)).text, /Looked after by/)
    })
})

test('from every page of the workspace a concern is two clicks away', async () => {
  const open = house.routes.filter(
    ({ method, path, door, may }) =>
      method === 'GET' && door === 'workspace' && may !== 'anyone' && !path.includes(':'),
  )
  const without: string[] = []
  for (const at of [...open.map(({ path }) => path), `/carers/${parent.id}`]) {
    const { response, html } = await adviser.get(at)
    const isPage = String(response.headers['content-type']).startsWith('text/html')
    if (response.statusCode === 200 && isPage && !html.includes('href="/safeguarding/raise'))
      without.push(at)
  }
  assert.ok(open.length > 20)
  assert.deepEqual(without, [])
  const raise = await adviser.get(`/safeguarding/raise?record=${parent.id}`)
  assert.equal(raise.status, 200)
})

test('the marks are told where the child did not ask for that, so that this test can fail', async () => {
  await house.asSystem(async (tx) => {
    const needs = (await findNeeds(tx, child.id))!
    await updateNeeds(tx, { needs, version: needs.version, values: { notWithParent: false } })
  })
  assert.ok((await countedOf(house, adviser, child)).get('person')!.own > 0)
  assert.ok((await toldAt(adviser, everywhere, child.tables)).has('person'))
  const council = people.get('council_practitioner')!
  assert.match((await council.get(`/carers/${parent.id}`)).text, /Looked after by/)
})
