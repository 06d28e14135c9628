import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { isMigrated, migrate, shippedMigrations } from './migrate.ts'
import { testDatabase } from './testing.ts'

const { ownerUrl, url } = await testDatabase()

test('a migrated database takes no migration again', async () => {
  assert.deepEqual(await migrate(ownerUrl), [])
  assert.equal(await isMigrated(ownerUrl), true)
})

test('a database of a newer version than the code is refused with its name', async () => {
  await assert.rejects(
    migrate(ownerUrl, shippedMigrations().slice(0, -1)),
    /newer version than this code/,
  )
})

test('a migration changed after it was applied is refused', async () => {
  const [first, ...rest] = shippedMigrations()
  assert.ok(first)
  await assert.rejects(
    migrate(ownerUrl, [{ ...first, checksum: 'other' }, ...rest]),
    /was changed after it was applied/,
  )
})

test('a migration that fails leaves nothing of itself', async () => {
  const bad = {
    name: '9999_bad.sql',
    sql: 'create table half (id integer); select no_such_thing()',
    checksum: 'x',
  }
  await assert.rejects(migrate(ownerUrl, [...shippedMigrations(), bad]), /9999_bad\.sql/)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query(`select to_regclass('half') as half`)
  await client.end()
  assert.equal(rows[0].half, null)
})

test('an unreachable database is one readable line', async () => {
  await assert.rejects(
    migrate('postgres://nobody:x@127.0.0.1:1/none'),
    /cannot be reached.*Check DATABASE_URL/,
  )
})

test('the application owns nothing and cannot bypass row-level security', async () => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const owned = await client.query(
    'select relname from pg_class where pg_has_role(current_user, relowner, $1)',
    ['usage'],
  )
  const role = await client.query(
    'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
  )
  await client.end()
  assert.deepEqual(owned.rows, [])
  assert.deepEqual(role.rows, [{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }])
})

test('every table of records has row-level security, a policy and history', async () => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query(`
    select c.relname as name, c.relrowsecurity as secured,
           exists (select from pg_policy p where p.polrelid = c.oid) as policed,
           has_table_privilege('alongside_app', c.oid, 'select, insert, update, delete') as reached,
           exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_history') as kept
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
  await client.end()
  assert.ok(rows.length > 15)
  assert.deepEqual(
    rows.filter((row) => !row.secured || (row.reached && !row.policed)),
    [],
  )
  const withoutHistory = rows.filter((row) => !row.kept).map((row) => String(row.name))
  const spared = new Set([
    // Themselves the record: only ever added to.
    ...['history', 'read_log', 'data_release', 'work_given'],
    // Derived, or a digest of what was read.
    ...['search_key', 'import_row'],
    // Soon gone, and nobody's record: drafts, uploads, visits, who has a page open, a worker's own filters.
    ...['import_progress', 'import_upload', 'draft', 'visitor_draft', 'assessment_visit'],
    ...['open_record', 'saved_filter', 'assessment_way'],
    // Secrets that history must not hold in clear; a system's token is out of the application's reach.
    ...['system_token', 'payee_account'],
  ])
  assert.deepEqual(
    withoutHistory.filter((name) => !spared.has(name)),
    [],
  )
})

test('history and the read log cannot be changed or deleted by the application', async () => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of [
    'update history set action = action',
    'delete from history',
    'insert into history (authority_id, table_name, row_id, action) values (1, $$x$$, $$x$$, $$insert$$)',
    'update read_log set what = what',
    'delete from read_log',
    'truncate history',
  ]) {
    await assert.rejects(client.query(statement), /permission denied/)
  }
  await client.end()
})
