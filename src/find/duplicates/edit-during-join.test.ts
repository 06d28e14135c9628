import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { testHouse, type TestPage } from '#platform/web/testing.ts'
import { detailFields } from '#people/persons/details-form.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { duplicates } from './room.ts'

const house = await testHouse([persons, duplicates])
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Reed' })
const { authorityId } = jo.actor

async function three() {
  const [kept, joined, third] = [
    await aPerson(house.db, jo.actor, { postcode: 'WR1 1DG' }),
    await aPerson(house.db, jo.actor, { email: 'm.tolley@example.org' }),
    await aPerson(house.db, jo.actor, { town: 'Malvern' }),
  ]
  return { kept, joined, third }
}

async function aPair(one: string, other: string): Promise<string> {
  const id = newId()
  const [personId, otherId] = [one, other].toSorted() as [string, string]
  const about = { state: 'open', points: 22, parts: '[]', doubts: [] }
  await house.asSystem((tx) =>
    tx
      .insertInto('likelyPair')
      .values({ authorityId, id, personId, otherId, ...about })
      .execute(),
  )
  return id
}
const keeping = (kept: string, other: string) => ({
  decision: kept < other ? 'keep_first' : 'keep_second',
})

const typed = (form: TestPage): Record<string, string> => {
  const dates = ['dateOfBirth', 'diedOn']
  const boxes = dates.flatMap((date) => ['day', 'month', 'year'].map((part) => `${date}-${part}`))
  const names = [
    'version',
    'onto',
    ...detailFields.filter((name) => !dates.includes(name)),
    ...boxes,
  ]
  const choices = [
    'mayPhone',
    'mayText',
    'mayEmail',
    'mayPost',
    'gender',
    'ethnicGroup',
    'employment',
  ]
  return Object.fromEntries([
    ...names.map((name) => [name, choices.includes(name) ? '' : (form.field(name) ?? '')]),
    ['informationFormat', 'standard'],
  ]) as Record<string, string>
}
const stored = (id: string) =>
  house.asSystem((tx) =>
    tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )

test('an edit of the kept record during a join does not blank what the join filled', async () => {
  const { kept, joined } = await three()
  const pair = await aPair(kept.id, joined.id)
  const edit = typed(await jo.get(`/carers/${kept.id}/details`))
  assert.equal((await mo.post(`/duplicates/${pair}`, keeping(kept.id, joined.id))).status, 303)
  const at = `/carers/${kept.id}/details`
  const told = await jo.post(at, { ...edit, town: 'Kempsey' })
  assert.equal(told.status, 409)
  assert.equal((await jo.post(at, typed(told))).status, 303)
  const { town, email, postcode } = await stored(kept.id)
  assert.deepEqual([town, email, postcode], ['Kempsey', 'm.tolley@example.org', 'WR1 1DG'])
})

test('an edit of the record that was joined away is laid over the kept one, once somebody looked', async () => {
  const { kept, joined } = await three()
  const pair = await aPair(kept.id, joined.id)
  const at = `/carers/${joined.id}/details`
  const edit = { ...typed(await jo.get(at)), town: 'Kempsey' }
  await mo.post(`/duplicates/${pair}`, keeping(kept.id, joined.id))
  const told = await jo.post(at, edit)
  assert.equal(told.status, 409)
  assert.equal(told.field('onto'), kept.id)
  assert.equal((await jo.post(at, typed(told))).location, `/carers/${kept.id}`)
  const { town, email, postcode } = await stored(kept.id)
  assert.deepEqual([town, email, postcode], ['Kempsey', 'm.tolley@example.org', 'WR1 1DG'])
  assert.equal((await stored(joined.id)).town, null)
  assert.equal((await jo.get(at)).location, `/carers/${kept.id}/details`)
})

test('of two joins at once that share a record one is done and the other told, whichever comes first', async () => {
  const { kept, joined, third } = await three()
  const pairs = [await aPair(kept.id, joined.id), await aPair(joined.id, third.id)] as const
  const both = await Promise.all([
    jo.post(`/duplicates/${pairs[0]}`, keeping(kept.id, joined.id)),
    mo.post(`/duplicates/${pairs[1]}`, keeping(third.id, joined.id)),
  ])
  const done = both.filter(({ status }) => status === 303)
  assert.equal(done.length, 1, both.map(({ status }) => status).join())
  assert.ok(both.every(({ status }) => [303, 404, 409].includes(status)))
  const { mergedInto } = await stored(joined.id)
  assert.equal(done[0]!.location, `/carers/${mergedInto}`)
})
