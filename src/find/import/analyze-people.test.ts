import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { sql } from 'kysely'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { newId } from '#platform/lib/ids.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { analyzePeople, beginBulk, insertMany } from './bulk.sql.ts'

const { id: authorityId, code: authorityCode } = knownAuthorities[0]!

async function believedPeople(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select reltuples::integer as n from pg_class where relname = 'person'`.execute(tx)
  return rows[0]?.n ?? -1
}

test('people new in a transaction are known to the planner, though it was told that there are none', async () => {
  const { db, ownerUrl } = await testDatabase()
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('vacuum analyze person')
  await owner.end()
  const house = systemActor({ authorityId, authorityCode, reason: 'test' })
  await asActor(db, house, async (tx) => {
    await analyzePeople(tx)
    assert.equal(await believedPeople(tx), 0)
    await beginBulk(tx)
    const people = Array.from({ length: 2000 }, (_, at) => {
      const id = newId()
      return { authorityId, id, reference: `T${at}`, givenName: 'Ann', familyName: 'Day' }
    })
    await Promise.all([insertMany(tx, 'person', people), analyzePeople(tx)])
    assert.equal(await believedPeople(tx), 2000)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
      select from person where authority_id = ${authorityId} and id = ${newId()} for key share`.execute(
      tx,
    )
    assert.match(JSON.stringify(rows), /person_pkey/)
  })
})
