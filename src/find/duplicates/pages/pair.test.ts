import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { testHouse } from '#platform/web/testing.ts'
import { duplicates } from '../room.ts'

const house = await testHouse([duplicates])
const authorityId = house.house.authority.id
const adviser = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })
const stranger = await house.signIn({
  duties: ['adviser'],
  organisation: 'Elsewhere',
  kind: 'charity',
})
const act = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(house.db, adviser.actor, work)

async function aCarer(values: Record<string, string> = {}): Promise<string> {
  const id = newId()
  await act(async (tx) => {
    await tx
      .insertInto('person')
      .values({
        authorityId,
        id,
        reference: newReference(),
        givenName: 'Margaret',
        familyName: 'Tolley',
        ...values,
      })
      .execute()
    await tx
      .insertInto('involvement')
      .values({
        authorityId,
        id: newId(),
        personId: id,
        organisationId: adviser.actor.organisationIds[0]!,
        kind: 'adult_carer',
        since: '2018-01-01',
      })
      .execute()
  })
  return id
}

async function aPair(): Promise<{ pair: string; first: string; second: string }> {
  const [first, second] = [
    await aCarer({ postcode: 'WR1 1DG' }),
    await aCarer({ email: 'm.tolley@example.org' }),
  ].toSorted() as [string, string]
  const pair = newId()
  await act(async (tx) => {
    await tx
      .insertInto('contact')
      .values({
        authorityId,
        id: newId(),
        personId: second,
        organisationId: adviser.actor.organisationIds[0]!,
        at: '2018-03-01T10:00:00Z',
        channel: 'phone',
        direction: 'in',
        words: 'not slept',
      })
      .execute()
    await tx
      .insertInto('likelyPair')
      .values({
        authorityId,
        id: pair,
        personId: first,
        otherId: second,
        state: 'open',
        points: 22,
        parts: JSON.stringify([{ part: 'name', points: 12, words: 'The same name' }]),
        doubts: ['different postcodes'],
      })
      .execute()
  })
  return { pair, first, second }
}

const person = (id: string) =>
  act((tx) =>
    tx
      .selectFrom('person')
      .select(['mergedInto', 'postcode', 'email'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
const contactsOf = (id: string) =>
  act((tx) => tx.selectFrom('contact').select('id').where('personId', '=', id).execute()).then(
    (rows) => rows.length,
  )
const joinOf = (id: string) =>
  act((tx) =>
    tx
      .selectFrom('recordJoin')
      .select('id')
      .where('joinedId', '=', id)
      .where('undoneAt', 'is', null)
      .executeTakeFirstOrThrow(),
  )

test('both records stand side by side with why they may be one, and both looks are noted', async () => {
  const { pair, first } = await aPair()
  const shown = await adviser.get(`/duplicates/${pair}`)
  assert.match(shown.text, /The same name \+12/)
  assert.match(shown.text, /different postcodes/)
  const reads = await house.asSystem((tx) =>
    tx.selectFrom('readLog').select('what').where('personId', '=', first).execute(),
  )
  assert.deepEqual(
    reads.map(({ what }) => what),
    ['compared with another record'],
  )
})

test('a join brings over every row and fills blanks; taking it apart puts all of it back', async () => {
  const { pair, first, second } = await aPair()
  const before = [await person(first), await person(second)]
  const done = await adviser.post(`/duplicates/${pair}`, { decision: 'keep_first' })
  assert.equal(done.location, `/carers/${first}`)
  assert.equal((await person(second)).mergedInto, first)
  assert.equal(await contactsOf(first), 1)
  const kept = await person(first)
  assert.deepEqual([kept.postcode, kept.email], ['WR1 1DG', 'm.tolley@example.org'])
  const undone = await adviser.post(`/duplicates/joins/${(await joinOf(second)).id}/undo`, {})
  assert.equal(undone.location, `/carers/${second}`)
  assert.deepEqual([await person(first), await person(second)], before)
  assert.deepEqual([await contactsOf(first), await contactsOf(second)], [0, 1])
})

test('what was written after the join stays with the kept record when it is taken apart', async () => {
  const { pair, first, second } = await aPair()
  await adviser.post(`/duplicates/${pair}`, { decision: 'keep_first' })
  await act((tx) =>
    tx
      .insertInto('contact')
      .values({
        authorityId,
        id: newId(),
        personId: first,
        organisationId: adviser.actor.organisationIds[0]!,
        at: '2018-03-02T10:00:00Z',
        channel: 'phone',
        direction: 'in',
        words: 'later',
      })
      .execute(),
  )
  await act((tx) =>
    tx.updateTable('person').set({ email: 'new@example.org' }).where('id', '=', first).execute(),
  )
  await adviser.post(`/duplicates/joins/${(await joinOf(second)).id}/undo`, {})
  assert.equal((await person(first)).email, 'new@example.org')
  assert.deepEqual([await contactsOf(first), await contactsOf(second)], [1, 1])
})

test('"different people" is kept and leaves the list', async () => {
  const { pair, first } = await aPair()
  assert.equal(
    (await adviser.post(`/duplicates/${pair}`, { decision: 'different' })).location,
    '/duplicates',
  )
  assert.equal((await person(first)).mergedInto, null)
  assert.doesNotMatch((await adviser.get('/duplicates')).html, new RegExp(pair))
})

test('of two who decide at once one is told, and nothing is done twice', async () => {
  const { pair, first, second } = await aPair()
  const both = await Promise.all([
    adviser.post(`/duplicates/${pair}`, { decision: 'keep_first' }),
    adviser.post(`/duplicates/${pair}`, { decision: 'keep_second' }),
  ])
  assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['303', '409'])
  const merged = [await person(first), await person(second)].filter(
    ({ mergedInto }) => mergedInto !== null,
  )
  assert.equal(merged.length, 1)
})

test('no decision is asked for again, with words; a pair that is not yours is not found', async () => {
  const { pair } = await aPair()
  const again = await adviser.post(`/duplicates/${pair}`, {})
  assert.equal(again.status, 422)
  assert.match(again.text, /Select whether these records are the same person/)
  assert.equal((await stranger.get(`/duplicates/${pair}`)).status, 404)
  assert.equal((await stranger.post(`/duplicates/${pair}`, { decision: 'different' })).status, 404)
})
