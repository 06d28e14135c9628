import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Actor } from '#platform/access/actor.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import {
  countPlaced,
  listEverywhere,
  listNear,
  listTowns,
  upsertDirectory,
} from './directory.sql.ts'
import { milesBetween } from './distance.rules.ts'
import { demoDirectory } from './seed.ts'

const { db } = await testDatabase()
const county = knownAuthorities.find(({ code }) => code === 'worcestershire')!
const authorityId = county.id
const system = systemActor({ authorityId, authorityCode: county.code, reason: 'test' })
const visitor: Actor = { ...system, duties: [], displayName: 'Visitor' }
const seed = demoDirectory()
await asActor(db, system, (tx) => upsertDirectory(tx, authorityId, seed))

const anything = { authorityId, need: null, kind: null }
const worcester = { latitude: 52.1855, longitude: -2.1826 }

test('the shipped seed has thirteen groups, two clubs and every open library of the county', () => {
  const named = (word: string) => seed.services.filter(({ name }) => name.includes(word)).length
  assert.equal(named("carers' group"), 13)
  assert.equal(named('young carers’ club') + named("young carers' club"), 2)
  assert.equal(seed.services.filter(({ needs }) => needs.includes('computers')).length, 23)
})

test('what is made up for the demonstration says so, and rings only numbers kept for drama', () => {
  for (const { invented, telephone, source } of seed.services) {
    assert.equal(invented, source.startsWith('Made up'))
    if (invented) assert.match(telephone ?? '', /^01632 960/)
  }
})

test('a visitor finds the nearest first', async () => {
  const found = await asActor(db, visitor, (tx) =>
    listNear(tx, { ...anything, at: worcester, limit: 50 }),
  )
  const miles = found.map((item) => item.miles)
  assert.deepEqual(
    miles,
    miles.toSorted((a, b) => a - b),
  )
  assert.equal(found[0]?.town, 'Worcester')
  assert.equal(found.length, await asActor(db, visitor, (tx) => countPlaced(tx, anything)))
})

test('the database counts miles as the rule does', async () => {
  const anywhere = fc.record({
    latitude: fc.double({ min: 50, max: 58, noNaN: true }),
    longitude: fc.double({ min: -6, max: 1.7, noNaN: true }),
  })
  await fc.assert(
    fc.asyncProperty(anywhere, async (at) => {
      const [first] = await asActor(db, visitor, (tx) =>
        listNear(tx, { ...anything, at, limit: 1 }),
      )
      const distances = seed.locations.map((location) => milesBetween(at, location))
      assert.ok(Math.abs((first?.miles ?? -1) - Math.min(...distances)) < 1e-6)
    }),
    { numRuns: 20 },
  )
})

test('only what serves the need and the kind is found', async () => {
  const clubs = await asActor(db, visitor, (tx) =>
    listNear(tx, { authorityId, need: 'young', kind: 'young_carer', at: worcester, limit: 50 }),
  )
  assert.deepEqual(
    clubs.map(({ town }) => town),
    ['Worcester', 'Redditch'],
  )
  const none = await asActor(db, visitor, (tx) =>
    countPlaced(tx, { ...anything, need: 'no such need' }),
  )
  assert.equal(none, 0)
})

test('what has no place is found from everywhere, what somebody checked first', async () => {
  const lines = await asActor(db, visitor, (tx) => listEverywhere(tx, anything))
  assert.ok(lines.some(({ name }) => name === 'Samaritans'))
  const checked = lines.map(({ checkedOn }) => checkedOn !== null)
  assert.deepEqual(
    checked,
    checked.toSorted((a, b) => Number(b) - Number(a)),
  )
})

test('towns are listed once each, with their middle', async () => {
  const towns = await asActor(db, visitor, (tx) => listTowns(tx, authorityId))
  assert.equal(new Set(towns.map(({ town }) => town)).size, towns.length)
  const evesham = towns.find(({ town }) => town === 'Evesham')
  assert.ok(evesham && Math.abs(evesham.latitude - 52.093) < 0.01)
})

test('put in twice it is there once, and a place that fell away is gone', async () => {
  const [first, ...others] = seed.services.filter(({ places }) => places.length > 0)
  assert.ok(first)
  await asActor(db, system, (tx) => upsertDirectory(tx, authorityId, seed))
  assert.equal(await asActor(db, visitor, (tx) => countPlaced(tx, anything)), others.length + 1)
  const without = {
    ...seed,
    services: seed.services.map((each) => (each.id === first.id ? { ...each, places: [] } : each)),
  }
  await asActor(db, system, (tx) => upsertDirectory(tx, authorityId, without))
  assert.equal(await asActor(db, visitor, (tx) => countPlaced(tx, anything)), others.length)
  await asActor(db, system, (tx) => upsertDirectory(tx, authorityId, seed))
})

test('a visitor reads the directory and cannot change it; another authority has its own', async () => {
  await assert.rejects(
    asActor(db, visitor, (tx) => upsertDirectory(tx, authorityId, seed)),
    /row-level security/,
  )
  const elsewhere = { ...visitor, authorityId: 1, authorityCode: 'hartlepool' }
  const found = await asActor(db, elsewhere, (tx) =>
    listNear(tx, { ...anything, at: worcester, limit: 5 }),
  )
  assert.deepEqual(found, [])
})
