import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { namedTables } from './held-words.ts'
import { rightsHouse } from './testing.ts'

const house = await rightsHouse()

const tables = async (of: ReturnType<typeof sql<{ table: string }>>) =>
  (await of.execute(house.db)).rows.map(({ table }) => table)

test('every record table with a person column is gathered and erased by the catalogue', async () => {
  const known = await tables(sql`select table_name as "table" from person_tables()`)
  const registered = await tables(
    sql`select name as "table" from record_table where person_column is not null`,
  )
  assert.deepEqual(
    registered.filter((table) => !known.includes(table)),
    [],
  )
  assert.ok(known.length > 30)
})

test('so is every table with a key to a person, whether or not it is registered', async () => {
  const pointing = await tables(sql`
    select distinct conrelid::regclass::text as "table" from pg_constraint
     where contype = 'f' and confrelid = 'person'::regclass`)
  const known = await tables(sql`select table_name as "table" from person_tables()`)
  assert.deepEqual(
    pointing.filter((table) => !known.includes(table)),
    [],
  )
})

test('nothing hangs on a row that hangs on a person’s: one step reaches all', async () => {
  const deeper = await tables(sql`
    select distinct c.conrelid::regclass::text as "table" from pg_constraint c
      join tables_under() u on u.table_name = c.confrelid::regclass::text
     where c.contype = 'f' and c.conrelid <> c.confrelid
       and not exists (select from person_tables() p where p.table_name = c.confrelid::regclass::text)
       and not exists (select from tables_under() x where x.table_name = c.conrelid::regclass::text)
       and not exists (select from person_tables() p where p.table_name = c.conrelid::regclass::text)`)
  assert.deepEqual(deeper, [])
})

test('every name that the house gives a table is that of a table', async () => {
  const there = await tables(sql`
    select relname::text as "table" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  assert.deepEqual(
    namedTables.filter((table) => !there.includes(table)),
    ['session'],
  )
})
