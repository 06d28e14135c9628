import { test } from 'node:test'
import assert from 'node:assert/strict'
import { statement } from './statement.ts'
import { testDatabase } from './testing.ts'
import type { Tx } from './database.ts'

const { db } = await testDatabase()
const inOne = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work)

test('a statement is built once, and answers each call by its own values', async () => {
  let times = 0
  const listNames = statement((tx, from: number, before: number) => {
    times += 1
    return tx
      .selectFrom('authority')
      .select('name')
      .where('id', '<', before)
      .where('id', '>=', from)
      .orderBy('id')
  })
  const all = await db.selectFrom('authority').select(['id', 'name']).orderBy('id').execute()
  const between = (from: number, before: number) =>
    all.filter(({ id }) => id >= from && id < before).map(({ name }) => ({ name }))
  assert.deepEqual(await inOne((tx) => listNames(tx, 10, 20)), between(10, 20))
  assert.deepEqual(await inOne((tx) => listNames(tx, 30, 33)), between(30, 33))
  assert.equal(times, 1)
})

test('its columns are named as those of any other statement', async () => {
  const listCodes = statement((tx, id: number) =>
    tx.selectFrom('authority').select('gssCode').where('id', '=', id),
  )
  const [found] = await inOne((tx) => listCodes(tx, 153))
  assert.match(found?.gssCode ?? '', /^E\d+$/)
})

test('a statement that looks at a value instead of passing it on is refused at once', async () => {
  const never = statement((tx, id: number) =>
    tx
      .selectFrom('authority')
      .select('name')
      .where('id', '=', Number(id) + 1),
  )
  await assert.rejects(
    inOne((tx) => never(tx, 1)),
    /takes 0 of its 1 values/,
  )
})
