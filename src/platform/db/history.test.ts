import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { sql } from 'kysely'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Tx } from './database.ts'
import { appUrl, migrate, shippedMigrations } from './migrate.ts'
import { openDatabase } from './database.ts'
import { testDatabase } from './testing.ts'

const { db, ownerUrl } = await testDatabase()
const { id: authorityId, code: authorityCode } = knownAuthorities[0]!
const house = systemActor({ authorityId, authorityCode, reason: 'test', requestId: 'one' })
const adviser: Actor = { ...house, duties: ['adviser'], organisationIds: [1] }

const inBulk = (tx: Tx): Promise<unknown> => sql`set local alongside.bulk = 'on'`.execute(tx)

/** Two people in one statement, as an import writes them. */
async function insertTwo(tx: Tx): Promise<readonly [string, string]> {
  const ids = [newId(), newId()] as const
  await sql`insert into person (authority_id, id, reference, given_name, family_name, readers)
    select ${authorityId}, id, id::text, 'Ann', 'Day', '{1}' from unnest(${ids}::uuid[]) as id`.execute(
    tx,
  )
  return ids
}

async function linesOf(tx: Tx, ids: readonly string[]): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select table_name, row_id, person_id, action, before, account_id, request_id, reason, readers
      from history where row_id = any (${ids}) order by id`.execute(tx)
  return rows
}

test('rows that come in bulk leave the lines that each would leave by itself', async () => {
  await asActor(db, house, async (tx) => {
    const alone = await insertTwo(tx)
    await sql`update person set readers = '{1}' where id = any (${alone}::uuid[])`.execute(tx)
    await inBulk(tx)
    const together = await insertTwo(tx)
    const line = (id: string): object => ({
      tableName: 'person',
      rowId: id,
      personId: id,
      action: 'insert',
      before: null,
      accountId: null,
      requestId: 'one',
      reason: 'test',
    })
    assert.deepEqual(
      await linesOf(tx, together),
      together.map((id) => ({ ...line(id), readers: [1] })),
    )
    assert.deepEqual(
      (await linesOf(tx, alone)).slice(0, 2),
      alone.map((id) => ({ ...line(id), readers: [] })),
    )
  })
})

test('a row that was there already leaves no line in bulk', async () => {
  await asActor(db, house, async (tx) => {
    await inBulk(tx)
    const ids = await insertTwo(tx)
    await sql`insert into person (authority_id, id, reference, given_name, family_name)
      select authority_id, id, reference, 'Ann', 'Day' from person where id = any (${ids}::uuid[])
      on conflict do nothing`.execute(tx)
    assert.equal((await linesOf(tx, ids)).length, 2)
  })
})

test('nobody but the house writes in bulk: what an adviser so inserts is kept row by row', async () => {
  await asActor(db, adviser, async (tx) => {
    await inBulk(tx)
    const { rows } = await sql<{ bulk: boolean }>`select in_bulk() as bulk`.execute(tx)
    assert.equal(rows[0]?.bulk, false)
    assert.equal((await linesOf(tx, await insertTwo(tx))).length, 2)
  })
})

test('every table that keeps its inserts does so by row, or by statement in bulk, and never both', async () => {
  const owner = await connected(ownerUrl)
  const { rows } = await owner.query<{ name: string; when: string[] }>(`
    select tgrelid::regclass::text as name,
           array_agg(substring(pg_get_triggerdef(oid) from 'FOR EACH .*') order by tgname)::text[] as when
      from pg_trigger where tgname in ('keep_insert', 'keep_inserts') group by 1`)
  await owner.end()
  assert.ok(rows.length > 15)
  for (const { name, when } of rows) {
    assert.equal(when.length, 2, name)
    const [, told] =
      /^FOR EACH ROW WHEN \(\(NOT (in_bulk|by_statement)\(\)\)\) /.exec(when[0] ?? '') ?? []
    assert.ok(told !== undefined, name)
    assert.ok(when[1]?.startsWith(`FOR EACH STATEMENT WHEN (${told}()) `), name)
  }
})

test('a database with the tables of an earlier release keeps what comes in bulk once it is brought up to date', async () => {
  const owner = await connected(ownerUrl)
  const name = `earlier_${process.pid}`
  const url = ownerUrl.replace(/\/[^/]*$/, `/${name}`)
  await owner.query(`create database ${name} template template0`)
  try {
    const earlier = shippedMigrations().filter((migration) => migration.name < '0016')
    await migrate(url, earlier)
    await migrate(url)
    const later = openDatabase(await appUrl(url, 'a secret for this test alone, of 40 characters'))
    await asActor(later, house, async (tx) => {
      await inBulk(tx)
      assert.equal((await linesOf(tx, await insertTwo(tx))).length, 2)
    })
    await later.destroy()
  } finally {
    await owner.query(`drop database ${name} with (force)`)
    await owner.end()
  }
})

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
