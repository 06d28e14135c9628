import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { testDatabase } from '#platform/db/testing.ts'
import { arrayOf, elementType } from './array-literals.ts'

const { db } = await testDatabase()

async function read(values: readonly unknown[], type: string): Promise<readonly unknown[]> {
  const of = { type }
  const { rows } = await sql<{ value: unknown }>`
    select value::${sql.raw(type)} as value
      from unnest(${arrayOf(values, of)}::${sql.raw(elementType(of))}[]) value`.execute(db)
  return rows.map(({ value }) => value)
}

const text = fc.string({ unit: 'grapheme' }).filter((some) => !some.includes('\u0000'))
const awkward = fc.constantFrom('', 'NULL', 'null', '{}', '"', '\\', '\\"', ',', ' ', '\n', "'")

for (const [type, one] of [
  ['text', fc.oneof(text, awkward)],
  ['text[]', fc.array(fc.oneof(text, awkward))],
  ['integer[]', fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))],
  [
    'jsonb',
    fc.record(
      { reason: fc.oneof(text, awkward), parts: fc.array(fc.integer()) },
      { noNullPrototype: true },
    ),
  ],
  ['boolean', fc.boolean()],
] as const) {
  test(`whatever is written of ${type} is read as it was`, async () => {
    const values = fc.array(fc.option(one as fc.Arbitrary<unknown>), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(values, async (some) => assert.deepEqual(await read(some, type), some)),
      { numRuns: 60 },
    )
  })
}

test('ids, dates and moments are read as they were, and what is undefined as null', async () => {
  const id = '01a2049a-4cae-71a8-a768-9797c6ef2ea8'
  assert.deepEqual(await read([id, undefined], 'uuid'), [id, null])
  assert.deepEqual(await read(['2018-03-31', null], 'date'), ['2018-03-31', null])
  assert.deepEqual(await read([new Date(0)], 'timestamp with time zone'), [
    '1970-01-01 00:00:00+00',
  ])
  assert.deepEqual(await read([], 'integer'), [])
})
