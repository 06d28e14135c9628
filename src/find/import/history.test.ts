import { test } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { takeAtOnce } from './take-at-once.ts'
import { aYoungCarer, anAdult, csvFile } from './testing.ts'

const authority = knownAuthorities.find(({ code }) => code === 'worcestershire')!
const files = [
  csvFile('adult_carers.csv', [
    anAdult(),
    anAdult({ 'Client ID': 'WAC000002', Forename: 'Peggy', 'Known As': '' }),
    anAdult({ 'Client ID': 'WAC000003', Status: '??' }),
  ]),
  csvFile('young_carers.csv', [aYoungCarer()]),
  csvFile('referrals.csv', [
    {
      'Referral No': 'R1',
      'Client ID': 'WAC000001',
      'Date Received': '12/07/2017',
      From: 'GP practice',
    },
  ]),
  csvFile('groups.csv', [{ 'Group Name': 'Malvern Carers', Town: 'Malvern', Meets: 'Tuesdays' }]),
]

test('every row that an import stores has one line in history, which says by which import it came', async () => {
  const { db } = await testDatabase()
  await takeAtOnce(db, { authority, files, decided: [], clock: clockAt('2018-04-03') })
  const of = { authorityId: authority.id, authorityCode: authority.code }
  await asActor(db, systemActor({ ...of, reason: 'test' }), async (tx) => {
    const kept = await sql`
      select h.table_name as name, h.row_id as id
        from history h join import_run r on h.request_id = r.id::text
       where h.action = 'insert' and h.reason = 'import extract' order by 1, 2`.execute(tx)
    const stored = await listRows(tx)
    assert.deepEqual(kept.rows, stored)
    assert.ok(new Set(stored.map(({ name }) => name)).size > 8)
  })
})

/** Each row of every table that keeps a history, by its table and id. */
async function listRows(tx: Tx): Promise<readonly { readonly name: string }[]> {
  const { rows: tables } = await sql<{ name: string; idColumn: string }>`
    select c.relname as name, (string_to_array(encode(t.tgargs, 'escape'), '\\000'))[2] as id_column
      from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'keep_history'`.execute(
    tx,
  )
  const each = tables.map(
    ({ name, idColumn }) =>
      sql`select ${name}::text as name, ${sql.ref(idColumn)}::text as id from ${sql.table(name)}`,
  )
  const { rows } = await sql<{ name: string }>`
    ${sql.join(each, sql` union all `)} order by 1, 2`.execute(tx)
  return rows
}
