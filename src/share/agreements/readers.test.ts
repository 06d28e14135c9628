import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { refreshEndedAgreements } from './agreements.sql.ts'

const house = await testHouse([])
const authorityId = house.house.authority.id
const adviser = await house.signIn({ duties: ['adviser'], organisation: 'Hub', kind: 'hub' })
const practice = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House',
  kind: 'gp_practice',
})
const stranger = await house.signIn({
  duties: ['adviser'],
  organisation: 'Other hub',
  kind: 'charity',
})
const practiceId = practice.actor.organisationIds[0]!
const hubId = adviser.actor.organisationIds[0]!

async function aPerson(): Promise<string> {
  const id = newId()
  await asActor(house.db, adviser.actor, async (tx) => {
    await tx
      .insertInto('person')
      .values({
        authorityId,
        id,
        reference: newReference(),
        givenName: 'Margaret',
        familyName: 'Tolley',
      })
      .execute()
    await tx
      .insertInto('involvement')
      .values({
        authorityId,
        id: newId(),
        personId: id,
        organisationId: hubId,
        kind: 'adult_carer',
        since: '2018-01-01',
      })
      .execute()
    await tx
      .insertInto('contact')
      .values({
        authorityId,
        id: newId(),
        personId: id,
        organisationId: hubId,
        at: '2018-03-01T10:00:00Z',
        channel: 'phone',
        direction: 'in',
        words: 'not slept',
      })
      .execute()
  })
  return id
}

async function agree(
  personId: string,
  purposes: string[],
  until: string | null = null,
): Promise<string> {
  const id = newId()
  await asActor(house.db, adviser.actor, (tx) =>
    tx
      .insertInto('agreement')
      .values({
        authorityId,
        id,
        personId,
        organisationId: practiceId,
        purposes,
        agreedOn: '2018-01-01',
        until,
        howGiven: 'spoken',
      })
      .execute(),
  )
  return id
}

const sees = (actor: Actor, personId: string) =>
  asActor(house.db, actor, async (tx) => ({
    person: (await tx.selectFrom('person').select('id').where('id', '=', personId).execute())
      .length,
    contacts: (
      await tx.selectFrom('contact').select('id').where('personId', '=', personId).execute()
    ).length,
  }))

test('a record is seen by the organisation that works with the person, and by no other', async () => {
  const id = await aPerson()
  assert.deepEqual(await sees(adviser.actor, id), { person: 1, contacts: 1 })
  assert.deepEqual(await sees(practice.actor, id), { person: 0, contacts: 0 })
  assert.deepEqual(await sees(stranger.actor, id), { person: 0, contacts: 0 })
  assert.deepEqual(await sees({ ...adviser.actor, authorityId: authorityId - 1 }, id), {
    person: 0,
    contacts: 0,
  })
})

test('an agreement opens what it names and no more, and its end closes it again', async () => {
  const id = await aPerson()
  const agreement = await agree(id, ['identity'])
  assert.deepEqual(await sees(practice.actor, id), { person: 1, contacts: 0 })
  await asActor(house.db, adviser.actor, (tx) =>
    tx
      .updateTable('agreement')
      .set({ purposes: ['identity', 'support'] })
      .where('id', '=', agreement)
      .execute(),
  )
  assert.deepEqual(await sees(practice.actor, id), { person: 1, contacts: 1 })
  await asActor(house.db, adviser.actor, (tx) =>
    tx
      .updateTable('agreement')
      .set({ endedOn: '2018-04-01' })
      .where('id', '=', agreement)
      .execute(),
  )
  assert.deepEqual(await sees(practice.actor, id), { person: 0, contacts: 0 })
})

test('an agreement that has run out opens nothing', async () => {
  const id = await aPerson()
  await agree(id, ['identity', 'support'], '2018-02-01')
  assert.deepEqual(await sees(practice.actor, id), { person: 0, contacts: 0 })
  await refreshEndedAgreements(house.db)
  assert.deepEqual(await sees(adviser.actor, id), { person: 1, contacts: 1 })
})

test('a carer sees their own rows and nobody else’s, but not what is withheld for safety', async () => {
  const id = await aPerson()
  const other = await aPerson()
  const carer = await house.signIn({ duties: ['carer'], personId: id })
  await asActor(house.db, adviser.actor, (tx) =>
    tx
      .insertInto('contact')
      .values({
        authorityId,
        id: newId(),
        personId: id,
        organisationId: hubId,
        at: '2018-03-02T10:00:00Z',
        channel: 'phone',
        direction: 'in',
        words: 'about him',
        withheld: true,
      })
      .execute(),
  )
  assert.deepEqual(await sees(carer.actor, id), { person: 1, contacts: 1 })
  assert.deepEqual(await sees(carer.actor, other), { person: 0, contacts: 0 })
})

test('an analyst, a commissioner and an administrator see no record; a council practitioner sees the authority’s', async () => {
  const id = await aPerson()
  for (const duty of ['analyst', 'commissioner', 'administrator'] as const) {
    const { actor } = await house.signIn({ duties: [duty], organisation: 'Hub' })
    assert.deepEqual(await sees(actor, id), { person: 0, contacts: 0 }, duty)
  }
  const council = await house.signIn({
    duties: ['council_practitioner'],
    organisation: 'Council',
    kind: 'council',
  })
  assert.deepEqual(await sees(council.actor, id), { person: 1, contacts: 1 })
})

test('nobody writes a row about a person they may not see', async () => {
  const id = await aPerson()
  const write = asActor(house.db, stranger.actor, (tx) =>
    tx
      .insertInto('contact')
      .values({
        authorityId,
        id: newId(),
        personId: id,
        organisationId: stranger.actor.organisationIds[0]!,
        at: '2018-03-02T10:00:00Z',
        channel: 'phone',
        direction: 'in',
        words: 'x',
      })
      .execute(),
  )
  await assert.rejects(write, /row-level security/)
})

test('every change leaves a line of history with who, and an update keeps what was', async () => {
  const id = await aPerson()
  await asActor(house.db, adviser.actor, (tx) =>
    tx.updateTable('person').set({ town: 'Malvern' }).where('id', '=', id).execute(),
  )
  const lines = await asActor(house.db, adviser.actor, (tx) =>
    tx
      .selectFrom('history')
      .select(['action', 'before', 'accountId'])
      .where('rowId', '=', id)
      .where('tableName', '=', 'person')
      .orderBy('id')
      .execute(),
  )
  assert.deepEqual(lines.at(-1), {
    action: 'update',
    before: { town: null },
    accountId: adviser.actor.accountId,
  })
})

test('an organisation of that name is made once', async () => {
  assert.equal(await house.asSystem((tx) => anOrganisation(tx, authorityId, 'Hub', 'hub')), hubId)
})
