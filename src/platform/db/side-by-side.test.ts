import { test } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Tx } from './database.ts'
import { askingOnce } from './side-by-side.ts'
import { testDatabase } from './testing.ts'

const { db } = await testDatabase()
const here = knownAuthorities[0]!
const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asActor(
    db,
    systemActor({ authorityId: here.id, authorityCode: here.code, reason: 'a test' }),
    work,
  )

const one = (tx: Tx, value: number) =>
  sql<{ value: number }>`select ${value}::integer as value`.execute(tx)
const draw = (tx: Tx) => sql<{ drawn: number }>`select random() as drawn`.execute(tx)

const told = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'an answer',
    (error: Error) => error.message,
  )

test('what is asked side by side is answered each with its own, as the actor', async () => {
  const answers = await asSystem((tx) =>
    Promise.all([
      ...[1, 2, 3].map(async (value) => (await one(tx, value)).rows[0]?.value),
      sql<{ at: number }>`select actor_authority() as at`
        .execute(tx)
        .then(({ rows }) => rows[0]?.at),
    ]),
  )
  assert.deepEqual(answers, [1, 2, 3, here.id])
})

test('where one of several fails, its own fault is told and nothing of the others is kept', async () => {
  const write = (tx: Tx) =>
    tx
      .insertInto('readLog')
      .values({
        authorityId: here.id,
        personId: crypto.randomUUID(),
        readerName: 'Nobody',
        organisationIds: [],
        what: 'record',
      })
      .execute()
  await assert.rejects(
    asSystem((tx) => Promise.all([write(tx), sql`select 1 / 0`.execute(tx), write(tx)])),
    /division by zero/,
  )
  const kept = await asSystem((tx) => tx.selectFrom('readLog').select('id').execute())
  assert.deepEqual(kept, [])
})

test('a statement that comes after the end is refused, and not sent by whoever has the connection then', async () => {
  const late = Promise.withResolvers<string>()
  await assert.rejects(
    asSystem((tx) => {
      // Its turn comes while the database still takes back what the transaction did.
      process.nextTick(() => late.resolve(told(one(tx, 1))))
      return Promise.reject(new Error('given up'))
    }),
    /given up/,
  )
  assert.match(await late.promise, /after the end of its transaction/)
})

test('what was asked once is answered from then, by its words and its values', async () => {
  const [first, second, others] = await asSystem(async (tx) => {
    const once = askingOnce(tx)
    const drawn = await Promise.all([draw(once), draw(once)])
    return [...drawn, [await one(once, 1), await one(once, 2)]] as const
  })
  assert.deepEqual(first.rows, second.rows)
  assert.deepEqual(
    others.map(({ rows }) => rows[0]?.value),
    [1, 2],
  )
})

test('a transaction that asks once refuses to write', async () => {
  await assert.rejects(
    asSystem((tx) => askingOnce(tx).deleteFrom('message').execute()),
    /for reading alone/,
  )
})
