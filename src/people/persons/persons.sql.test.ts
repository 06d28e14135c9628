import { sql } from 'kysely'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { keepFindable } from './keep-findable.ts'
import { addCarer } from './new-carer.ts'
import { getPerson, listSurvivors, updateDetails } from './persons.sql.ts'
import {
  nameRange,
  phoneRange,
  postcodeRange,
  wholeNameRange,
  type KeyRange,
} from './search-keys.rules.ts'
import { idsInRanges, listIdsByRanges, listIdsSharingKeys } from './search.sql.ts'
import { aPerson } from './testing.ts'

const house = await testHouse([])
const adviser = (await house.signIn({ duties: ['adviser'], organisation: 'Hub' })).actor
const other = (await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })).actor
const referrer = (
  await house.signIn({ duties: ['referrer'], organisation: 'Surgery', kind: 'gp_practice' })
).actor
const commissioner = (
  await house.signIn({ duties: ['commissioner'], organisation: 'Council', kind: 'council' })
).actor

const margaret = await aPerson(house.db, adviser, {
  postcode: 'WR5 2NP',
  homePhone: '01632960287',
  knownAs: 'Peg',
})
const colin = await aPerson(house.db, adviser, { givenName: 'Colin', postcode: 'WR5 2NP' })
const stranger = await aPerson(house.db, other, { homePhone: '01632960287' })

const search = (terms: readonly (readonly KeyRange[])[], actor = adviser) =>
  asActor(house.db, actor, (tx) => listIdsByRanges(tx, { actor, terms, limit: 50 }))

test('an adviser finds the carers of their own organisation and no others', async () => {
  assert.deepEqual(await search([[phoneRange('960287')]]), [margaret.id])
  assert.deepEqual(await search([[phoneRange('960287')]], other), [stranger.id])
})

test('a referrer and a commissioner find nobody', async () => {
  assert.deepEqual(await search([[nameRange(['tolley'])]], referrer), [])
  assert.deepEqual(await search([[nameRange(['tolley'])]], commissioner), [])
})

test('several terms must all match, whichever comes first', async () => {
  const [name, place] = [[nameRange(['peg'])], [postcodeRange('WR5 2NP')]]
  assert.deepEqual(await search([name, place]), [margaret.id])
  assert.deepEqual(await search([place, name]), [margaret.id])
  assert.deepEqual(await search([place, [nameRange(['nobody'])]]), [])
})

test('one of several ranges of a term is enough', async () => {
  const ranges = [nameRange(['colin']), wholeNameRange(['margaret', 'tolley'])]
  assert.deepEqual(new Set(await search([ranges])), new Set([margaret.id, colin.id]))
})

test('people who share most keys come first', async () => {
  const keys = ['p:wr5 2np', 't:78206923610', 'n:tolley peg ']
  const of = { actor: adviser, keys, limit: 10 }
  assert.deepEqual(await asActor(house.db, adviser, (tx) => listIdsSharingKeys(tx, of)), [
    margaret.id,
    colin.id,
  ])
})

test('a changed name is found, the old one no longer', async () => {
  const rose = await aPerson(house.db, adviser, { givenName: 'Rose', familyName: 'Merrick' })
  await asActor(house.db, adviser, async (tx) => {
    await updateDetails(tx, { id: rose.id, version: 1, details: { familyName: 'Pembridge' } })
    await keepFindable(tx, rose.id)
  })
  assert.deepEqual(await search([[nameRange(['pembridge', 'rose'])]]), [rose.id])
  assert.deepEqual(await search([[nameRange(['merrick'])]]), [])
})

test('a record merged into another leads to that other', async () => {
  const twin = await aPerson(house.db, adviser, { givenName: 'Margret' })
  await asActor(house.db, adviser, (tx) =>
    tx.updateTable('person').set({ mergedInto: margaret.id }).where('id', '=', twin.id).execute(),
  )
  const survivors = await asActor(house.db, adviser, (tx) =>
    listSurvivors(tx, [twin.id, margaret.id]),
  )
  assert.deepEqual(
    survivors.map(({ id }) => id),
    [margaret.id],
  )
})

test('of two changes to one version the second is not made', async () => {
  const person = await aPerson(house.db, adviser)
  const save = (town: string) =>
    asActor(house.db, adviser, (tx) =>
      updateDetails(tx, { id: person.id, version: 1, details: { town } }),
    )
  assert.equal(await save('Malvern'), true)
  assert.equal(await save('Ledbury'), false)
  const saved = await asActor(house.db, adviser, (tx) => getPerson(tx, person.id))
  assert.deepEqual([saved.town, saved.version], ['Malvern', 2])
})

test('a record of another organisation is not found, and not changed', async () => {
  await assert.rejects(
    asActor(house.db, adviser, (tx) => getPerson(tx, stranger.id)),
    NotFound,
  )
  const change = { id: stranger.id, version: 1, details: { town: 'Malvern' } }
  assert.equal(await asActor(house.db, adviser, (tx) => updateDetails(tx, change)), false)
  await assert.rejects(
    asActor(house.db, referrer, (tx) => getPerson(tx, margaret.id)),
    NotFound,
  )
})

test('a new carer added twice from one form is one carer, registered once', async () => {
  const id = newId()
  const works = {
    organisationId: adviser.organisationIds[0]!,
    kind: 'adult_carer',
    workerId: adviser.accountId,
    on: house.house.clock.today(),
    source: 'self',
  } as const
  for (const givenName of ['Joan', 'Joan']) {
    await asActor(house.db, adviser, (tx) =>
      addCarer(tx, adviser, { id, works, details: { givenName, familyName: 'Ashby' } }),
    )
  }
  const counts = await asActor(house.db, adviser, async (tx) => ({
    registrations: (
      await tx.selectFrom('registration').select('id').where('personId', '=', id).execute()
    ).length,
    involvements: (
      await tx.selectFrom('involvement').select('id').where('personId', '=', id).execute()
    ).length,
  }))
  assert.deepEqual(counts, { registrations: 1, involvements: 1 })
  assert.deepEqual(await search([[wholeNameRange(['joan', 'ashby'])]]), [id])
})

test('a search as the application never leaves the index: row-level security does not come before the key', async () => {
  const plan = await asActor(house.db, adviser, async (tx) => {
    // A table of a few rows would be read whole: what matters is that the key can be left to the index.
    await sql`set local enable_seqscan = off`.execute(tx)
    await sql`set local enable_bitmapscan = off`.execute(tx)
    const statement = idsInRanges(adviser, [nameRange(['tolley'])], 51)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(tx)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })
  assert.match(plan, /Index Only Scan using search_key_pkey/)
  assert.match(plan, /Index Cond: .*authority_id = .*key >= .*key < /)
})
