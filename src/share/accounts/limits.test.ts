import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDatabase } from '#platform/db/database.ts'
import type { Clock, IsoDate } from '#platform/lib/dates.ts'
import { forgetTries, tooManyTries } from './limits.ts'
import { limits } from './limits.rules.ts'
import { signInHouse } from './testing.ts'

const house = await signInHouse()
const other = openDatabase(house.url, 4)

const at = (time: string): Clock => ({
  today: () => '2018-04-03' as IsoDate,
  now: () => `2018-04-03T${time}Z`,
})
const ask = (email: string, time: string, db = house.db) =>
  tooManyTries({ db, config: house.config, clock: at(time) }, ['code asked, e-mail', email])

test('a burst over two pools of connections, as of two processes, counts as it should', async () => {
  const burst = Array.from({ length: 40 }, (_, each) =>
    ask('burst@example.org', '12:00:00', each % 2 === 0 ? house.db : other),
  )
  const refused = (await Promise.all(burst)).filter((until) => until !== null)
  await other.destroy()
  assert.equal(refused.length, 40 - limits['code asked, e-mail'].most)
})

test('a try counts for its time and no longer, and a refused one not at all', async () => {
  for (const minute of ['00', '10', '20', '30', '40'])
    assert.equal(await ask('slow@example.org', `12:${minute}:00`), null)
  const until = await ask('slow@example.org', '12:50:00')
  assert.equal(Temporal.Instant.from(until ?? '').toString(), '2018-04-03T13:00:00Z')
  assert.notEqual(await ask('slow@example.org', '12:59:59'), null)
  assert.equal(await ask('slow@example.org', '13:00:00'), null)
  assert.notEqual(await ask('slow@example.org', '13:05:00'), null)
})

test('whoever got in starts afresh, and others do not', async () => {
  for (let each = 0; each < 5; each += 1) {
    await ask('in@example.org', '12:00:00')
    await ask('out@example.org', '12:00:00')
  }
  await forgetTries({ ...house, clock: at('12:00:00') }, ['code asked, e-mail', 'in@example.org'])
  assert.equal(await ask('in@example.org', '12:00:00'), null)
  assert.notEqual(await ask('out@example.org', '12:00:00'), null)
})
