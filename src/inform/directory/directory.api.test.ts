import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { upsertDirectory } from './directory.sql.ts'
import { directory } from './room.ts'
import { demoDirectory } from './seed.ts'

const house = await testHouse([directory])
await house.asSystem((tx) => upsertDirectory(tx, house.house.authority.id, demoDirectory()))

async function ask(query: string) {
  const reply = await house.app.inject({ url: `/api/directory/services${query}` })
  return { status: reply.statusCode, body: reply.json() }
}

test('anyone may read the directory; with a place the nearest come first', async () => {
  const { status, body } = await ask('?near=WR5+2NP')
  assert.equal(status, 200)
  assert.equal(body.total, body.at_places.length)
  assert.ok(body.everywhere.length > 0)
  const miles = body.at_places.map((each: { miles: number }) => each.miles)
  assert.deepEqual(
    miles,
    miles.toSorted((a: number, b: number) => a - b),
  )
  assert.ok(body.at_places.every((each: { source: string }) => each.source !== ''))
})

test('without a place no distance is claimed, and a need narrows what comes', async () => {
  const all = await ask('')
  assert.ok(all.body.at_places.every((each: { miles: null }) => each.miles === null))
  const few = await ask('?need=young&most=1')
  assert.equal(few.body.at_places.length, 1)
  assert.ok(few.body.total < all.body.total)
})

test('a place that is none, and a need that nobody has, are refused with their place', async () => {
  const lost = await ask('?near=Atlantis')
  assert.equal(lost.status, 422)
  assert.equal(lost.body.errors[0].pointer, '#/query/near')
  assert.equal((await ask('?need=gold')).status, 422)
})
