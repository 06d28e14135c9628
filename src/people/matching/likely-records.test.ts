import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import type { Person } from '#people/persons/person.ts'
import { aPerson } from '#people/persons/testing.ts'
import { likeliest, listLikelyRecords, type PersonTold } from './likely-records.ts'
import type { MatchRecord } from './record.ts'
import { aName } from './testing.ts'

const house = await testHouse([])
const { actor } = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })
const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })

const tolley = { dateOfBirth: '1947-07-14', postcode: 'WR5 2NP', homePhone: '01632960287' }
const margaret = await aPerson(house.db, actor, tolley)
const brian = await aPerson(house.db, actor, { givenName: 'Brian', dateOfBirth: '1945-02-01' })
for (const [caredForId, until] of [
  [null, '2016-01-01'],
  [brian.id, null],
] as const)
  await asActor(house.db, actor, (tx) =>
    insertCaring(tx, {
      authorityId: actor.authorityId,
      id: newId(),
      carerId: margaret.id,
      caredForId,
      until,
      relationship: 'spouse_partner',
      conditions: ['dementia'],
    }),
  )

const told: PersonTold = { givenName: 'Peggy', familyName: 'Tolley', ...tolley }

/** What is likely, and how many statements asked for it. */
async function asked(of: PersonTold, by = actor) {
  let statements = 0
  const likely = await asActor(house.db, by, (tx) => {
    const counted = tx.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        statements += 1
        return result
      },
    })
    return listLikelyRecords(counted, by, of)
  })
  return { likely, statements }
}

test('a record is found by what a first name is short for, and told of with what speaks for it', async () => {
  const { likely } = await asked({ ...told, telephone: '01632960287' })
  assert.equal(likely[0]?.person.id, margaret.id)
  assert.equal(likely[0]?.score.verdict, 'join')
  const words = likely[0]?.score.parts.map((part) => part.words)
  assert.ok(words?.includes('Forms of one first name: Peggy and Margaret'), words?.join())
})

test('nobody reads of records that are not their own, and a shared name alone is no likeness', async () => {
  assert.deepEqual((await asked(told, stranger.actor)).likely, [])
  const named = { givenName: 'Susan', familyName: 'Tolley', dateOfBirth: null, postcode: null }
  assert.deepEqual((await asked(named)).likely, [])
})

test('twenty candidates are read in as many statements as one', async () => {
  const { statements, likely } = await asked(told)
  assert.equal(likely.length, 1)
  const many = { givenName: 'Rosalind', familyName: 'Featherstone', postcode: 'WR9 8AA' }
  for (let at = 0; at < 12; at += 1) await aPerson(house.db, actor, many)
  const crowd = await asked({ ...many, dateOfBirth: null })
  assert.equal(crowd.likely.length, 5)
  assert.ok(crowd.statements <= statements, `${crowd.statements} statements, ${statements} for one`)
})

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const of = (...values: readonly string[]) => fc.constantFrom(...values)

const anyone = fc.record({
  givenName: of('Margaret', 'Maggie', 'Susan', 'M', 'Tolley'),
  familyName: of('Tolley', 'Toley', 'Smith', 'Margaret'),
  dateOfBirth: maybe(of('1947-07-14', '1974-07-14', '1961-01-30')),
  postcode: maybe(of('WR5 2NP', 'WR9 8AA')),
  telephone: maybe(of('01632960287', '07700900562')),
  address1: maybe(of('12 Orchard Road', '3 Elm Close')),
  email: maybe(of('m@example.org', 's@example.org')),
})

type Anyone = Required<PersonTold>

const recordOf = (who: Anyone): MatchRecord => ({
  ...aName({ id: margaret.id, givenName: who.givenName, familyName: who.familyName }),
  birth: who.dateOfBirth as MatchRecord['birth'],
  postcode: who.postcode,
  homePhone: who.telephone?.startsWith('01') === true ? who.telephone : null,
  mobilePhone: who.telephone?.startsWith('07') === true ? who.telephone : null,
  address: who.address1,
  email: who.email,
})

const pointsOf = (asking: Anyone, there: Anyone, person: Person = margaret): number =>
  likeliest(asking, [person], [recordOf(there)])[0]?.score.points ?? 0

test('who is told of and whose record it is may change places', () => {
  fc.assert(fc.property(anyone, anyone, (a, b) => assert.equal(pointsOf(a, b), pointsOf(b, a))))
})

test('more that is told and agrees never makes a record less likely', () => {
  const whole = { ...told, telephone: '01632960287', address1: null, email: 'm@example.org' }
  const fields = ['dateOfBirth', 'postcode', 'telephone', 'email'] as const
  fc.assert(
    fc.property(anyone, anyone, fc.constantFrom(...fields), (a, b, field) => {
      const without = pointsOf({ ...a, [field]: null }, { ...b, [field]: null })
      const withIt = { [field]: whole[field] }
      assert.ok(pointsOf({ ...a, ...withIt }, { ...b, ...withIt }) >= without)
    }),
  )
})
