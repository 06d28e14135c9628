import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertRegistration, listInvolvements } from '#people/persons/involvements.sql.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { growingUp } from '../growing-on-today.ts'
import { listLives } from '../registrations.sql.ts'
import { registrations } from '../room.ts'

const house = await testHouse([persons, registrations], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['key_worker'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Reed' })
const [organisationId] = jo.actor.organisationIds
const { authorityId, accountId } = jo.actor

async function young(dateOfBirth: string, workerId: string | null = accountId) {
  const carer = await aPerson(house.db, jo.actor, { dateOfBirth, kind: 'young_carer', workerId })
  const about = { personId: carer.id, organisationId: organisationId!, kind: 'young_carer' }
  const registration = { id: newId(), state: 'active', registeredOn: '2017-05-01' }
  await house.asSystem((tx) => insertRegistration(tx, { authorityId, ...about, ...registration }))
  return carer
}
const listed = async (actor: typeof jo.actor) =>
  (
    await asActor(house.db, actor, (tx) =>
      growingUp.list(tx, { actor, today: isoDate('2018-03-29'), limit: 50 }),
    )
  ).items.map(({ href }) => href.split('/')[2])

test('a year before the birthday it is on the list of the worker, with what to prepare', async () => {
  const [near, far] = [await young('2001-03-29'), await young('2001-03-30')]
  const ids = await listed(jo.actor)
  assert.ok(ids.includes(near.id) && !ids.includes(far.id))
  const { text } = await jo.get(`/carers/${near.id}/growing-up`)
  assert.match(text, /young adult carer from 29 March 2019.*transition assessment.*s\.63/)
  assert.doesNotMatch(text, /Who goes on with them\?/)
})

test('of whom nobody works with, the manager is told before the birthday and a month after', async () => {
  const near = await young('2001-03-01', null)
  const long = await young('1999-01-01', null)
  const ids = await listed(mo.actor)
  assert.ok(ids.includes(near.id) && !ids.includes(long.id))
  assert.ok(!(await listed(jo.actor)).includes(near.id))
})

test('on the birthday the kind turns by itself, and the worker says who goes on with them', async () => {
  const carer = await young('2000-03-10')
  assert.match((await jo.get(`/carers/${carer.id}`)).text, /By age: young adult carer/)
  const at = `/carers/${carer.id}/growing-up`
  const form = await jo.get(at)
  const sent = (day: string) => ({
    version: form.field('version')!,
    'on-day': day,
    'on-month': '3',
    'on-year': '2018',
  })
  const early = await jo.post(at, sent('9'))
  assert.equal(early.status, 422)
  assert.match(early.text, /must not be before the birthday/)
  assert.match((await jo.post(at, sent('30'))).text, /must be today or earlier/)
  const both = await Promise.all([jo.post(at, sent('10')), jo.post(at, sent('10'))])
  assert.equal(both.filter(({ status }) => status === 303).length, 1)
  const { lives, works } = await house.asSystem(async (tx) => ({
    lives: await listLives(tx, carer.id),
    works: await listInvolvements(tx, carer.id),
  }))
  assert.deepEqual(
    lives.map(({ kind, registeredOn, endedOn }) => [kind, registeredOn, endedOn]),
    [
      ['young_adult_carer', '2018-03-10', null],
      ['young_carer', '2017-05-01', '2018-03-10'],
    ],
  )
  assert.deepEqual(
    works.map(({ kind, until, workerId }) => [kind, until, workerId]),
    [
      ['young_adult_carer', null, accountId],
      ['young_carer', '2018-03-10', accountId],
    ],
  )
  assert.ok(!(await listed(jo.actor)).includes(carer.id))
})

test('an adult carer, and one of another service, has no such page', async () => {
  const adult = await aPerson(house.db, jo.actor, { dateOfBirth: '1950-01-01' })
  assert.equal((await jo.get(`/carers/${adult.id}/growing-up`)).status, 404)
  const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  assert.equal(
    (await stranger.get(`/carers/${(await young('2000-03-10')).id}/growing-up`)).status,
    404,
  )
})
