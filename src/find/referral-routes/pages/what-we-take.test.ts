import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { getFirstRoute } from '../find-route.ts'
import { listIntakes, saveIntake } from '../intakes.sql.ts'
import { referralRoutes } from '../room.ts'

const house = await testHouse([referralRoutes], { today: '2018-03-29' })
const { id: authorityId } = house.house.authority
const manager = await house.signIn({ duties: ['manager'], name: 'Helen Walsh' })
const administrator = await house.signIn({ duties: ['administrator'] })
const adviser = await house.signIn({ duties: ['adviser'] })
const circle = await house.asSystem((tx) =>
  anOrganisation(tx, authorityId, 'Carers’ Circle', 'charity'),
)
const hub = manager.actor.organisationIds[0]!
const path = `/referrals/what-we-take/${hub}`
const known = async (id: number) =>
  (await house.asSystem((tx) => listIntakes(tx, authorityId))).find(
    ({ organisationId }) => organisationId === id,
  )

test('a manager is led to the own organisation, an administrator to all that may take referrals', async () => {
  assert.equal((await manager.get('/referrals/what-we-take')).location, path)
  const all = await administrator.get('/referrals/what-we-take')
  assert.ok(all.text.includes('Test hub') && all.text.includes('Carers’ Circle'))
})

test('what an organisation takes, its room and its pause are kept as they were typed', async () => {
  const open = await manager.get(path)
  const saved = await manager.post(path, {
    version: open.field('version') ?? '',
    kinds: ['adult_carer', 'parent_carer'],
    areas: ['E07000235'],
    reasons: ['break'],
    capacity: '30',
    paused: 'yes',
    'pausedUntil-day': '1',
    'pausedUntil-month': '5',
    'pausedUntil-year': '2018',
    pausedBecause: 'moving house',
  })
  assert.equal(saved.location, `${path}?saved=yes`)
  assert.ok((await manager.get(saved.location)).text.includes('Saved'))
  const { kinds, areas, reasons, capacity, paused, pausedUntil, pausedBecause, place } =
    (await known(hub))!
  assert.deepEqual(
    { kinds, areas, reasons, capacity, paused, pausedUntil, pausedBecause, place },
    {
      kinds: ['adult_carer', 'parent_carer'],
      areas: ['E07000235'],
      reasons: ['break'],
      capacity: 30,
      paused: true,
      pausedUntil: '2018-05-01',
      pausedBecause: 'moving house',
      place: 5,
    },
  )
})

const refusals: readonly [name: string, typed: Record<string, string>, message: string][] = [
  ['no kind of carer', { kinds: '' }, 'Select which carers you take'],
  ['an area of elsewhere', { areas: 'E07000008' }, 'Select from the answers shown'],
  ['room that is no number', { capacity: 'plenty' }, 'Room must be a number from 0 to 9,999'],
  [
    'a pause that has ended',
    {
      paused: 'yes',
      'pausedUntil-day': '1',
      'pausedUntil-month': '3',
      'pausedUntil-year': '2018',
    },
    'must be today or later',
  ],
  ['a reason for no pause', { pausedBecause: 'Easter' }, 'Tick that you take nothing just now'],
]

for (const [name, typed, message] of refusals) {
  test(`${name} is refused, and what was typed stays`, async () => {
    const before = await known(hub)
    const page = await manager.post(path, {
      version: '1',
      kinds: 'adult_carer',
      capacity: '7',
      ...typed,
    })
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.equal(page.field('capacity'), typed['capacity'] ?? '7')
    assert.deepEqual(await known(hub), before)
  })
}

test('a page that someone else has changed meanwhile saves nothing, and holds what was typed', async () => {
  const version = (await manager.get(path)).field('version') ?? ''
  const form = { version, kinds: 'adult_carer' }
  assert.equal((await manager.post(path, { ...form, capacity: '11' })).status, 303)
  const late = await administrator.post(path, { ...form, capacity: '12' })
  assert.equal(late.status, 409)
  assert.equal(late.field('capacity'), '12')
  assert.equal((await known(hub))?.capacity, 11)
})

test('the authority’s order is an administrator’s, and a manager’s page leaves it', async () => {
  const version = (await administrator.get(path)).field('version') ?? ''
  await administrator.post(path, { version, kinds: 'adult_carer', place: '3' })
  const now = (await manager.get(path)).field('version') ?? ''
  assert.equal((await manager.get(path)).field('place'), undefined)
  await manager.post(path, { version: now, kinds: 'adult_carer', place: '1' })
  assert.equal((await known(hub))?.place, 3)
})

test('nobody sets what another organisation takes: not by the page, not by the database', async () => {
  assert.equal((await manager.get(`/referrals/what-we-take/${circle}`)).status, 404)
  assert.equal((await adviser.get(path)).status, 403)
  await assert.rejects(
    asActor(house.db, manager.actor, (tx) =>
      saveIntake(tx, {
        authorityId,
        organisationId: circle,
        kinds: ['adult_carer'],
        areas: [],
        reasons: [],
        capacity: null,
        paused: false,
        pausedUntil: null,
        pausedBecause: null,
        place: 1,
        version: 1,
      }),
    ),
    /row-level security/,
  )
})

test('a full organisation is passed over as soon as it says so, for every door that sends', async () => {
  const version = (await administrator.get(`/referrals/what-we-take/${circle}`)).field('version')
  await administrator.post(`/referrals/what-we-take/${circle}`, {
    version: version ?? '',
    kinds: 'adult_carer',
    place: '6',
  })
  const referrer = await house.signIn({
    duties: ['referrer'],
    organisation: 'A surgery',
    kind: 'gp_practice',
  })
  const way = () =>
    asActor(house.db, referrer.actor, (tx) =>
      getFirstRoute(tx, {
        authorityId,
        kind: 'adult_carer',
        reason: null,
        postcode: null,
        today: house.house.clock.today(),
      }),
    )
  assert.equal((await way()).to.name, 'Test hub')
  const now = (await manager.get(path)).field('version') ?? ''
  await manager.post(path, { version: now, kinds: 'adult_carer', capacity: '0' })
  assert.equal((await way()).to.name, 'Carers’ Circle')
})
