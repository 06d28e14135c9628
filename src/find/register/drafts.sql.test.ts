import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { testDatabase } from '#platform/db/testing.ts'
import {
  deleteOldDrafts,
  findDraft,
  insertDraft,
  updateAnswer,
  updateAsSent,
} from './drafts.sql.ts'

const { db, ownerUrl } = await testDatabase()
const authorityId = 1
const system = systemActor({ authorityId, authorityCode: 'hartlepool', reason: 'test' })
const asHouse = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(db, system, work)

async function aDraft(): Promise<string> {
  const id = randomUUID()
  await asHouse((tx) => insertDraft(tx, { authorityId, id, way: 'adult', answers: {} }))
  return id
}

async function grownOld(id: string, days: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(
    `update visitor_draft set changed_at = now() - make_interval(days => $2) where id = $1`,
    [id, days],
  )
  await owner.end()
}

test('answers of one page replace that page’s and leave the others alone', async () => {
  const id = await aDraft()
  const keep = (step: string, body: Record<string, string>) =>
    asHouse((tx) => updateAnswer(tx, { authorityId, id, step, body }))
  await keep('your-name', { givenName: 'Ann' })
  await keep('school', { school: 'A' })
  await keep('your-name', { givenName: 'Anna' })
  const draft = await asHouse((tx) => findDraft(tx, { authorityId, id }))
  assert.deepEqual(draft?.answers, { 'your-name': { givenName: 'Anna' }, school: { school: 'A' } })
})

test('a draft that was sent takes no more answers', async () => {
  const id = await aDraft()
  await asHouse((tx) => updateAsSent(tx, { authorityId, id, reference: 'REF-TEST' }))
  await asHouse((tx) =>
    updateAnswer(tx, { authorityId, id, step: 'school', body: { school: 'A' } }),
  )
  assert.deepEqual((await asHouse((tx) => findDraft(tx, { authorityId, id })))?.answers, {})
})

test('after seven days a draft is not shown, and at night it is deleted; a younger one stays', async () => {
  const [old, young] = [await aDraft(), await aDraft()]
  await grownOld(old, 8)
  await grownOld(young, 6)
  assert.equal(await asHouse((tx) => findDraft(tx, { authorityId, id: old })), null)
  assert.equal(await deleteOldDrafts(db), 1)
  assert.notEqual(await asHouse((tx) => findDraft(tx, { authorityId, id: young })), null)
})

test('nobody but the house reads or writes a draft, not even a manager', async () => {
  const id = await aDraft()
  const manager = {
    ...system,
    duties: ['manager', 'adviser', 'administrator'] as const,
    organisationIds: [1],
  }
  assert.equal(await asActor(db, manager, (tx) => findDraft(tx, { authorityId, id })), null)
  await assert.rejects(
    asActor(db, manager, (tx) =>
      insertDraft(tx, { authorityId, id: randomUUID(), way: 'adult', answers: {} }),
    ),
    /row-level security/,
  )
})

test('another authority’s house does not see it', async () => {
  const id = await aDraft()
  const other = systemActor({ authorityId: 2, authorityCode: 'middlesbrough', reason: 'test' })
  assert.equal(await asActor(db, other, (tx) => findDraft(tx, { authorityId, id })), null)
})
