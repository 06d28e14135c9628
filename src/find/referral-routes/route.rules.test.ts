import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import type { About, Intake } from './intake.ts'
import { against, firstRoute, route } from './route.rules.ts'

const today = isoDate('2018-11-06')

const anIntake = (more: Partial<Intake> = {}): Intake => ({
  organisationId: 1,
  name: 'The hub',
  organisationKind: 'hub',
  telephone: null,
  kinds: [...carerKinds],
  areas: [],
  reasons: [],
  capacity: null,
  held: 0,
  paused: false,
  pausedUntil: null,
  pausedBecause: null,
  place: 5,
  ...more,
})

const about = (more: Partial<About> = {}): About => ({
  kind: 'adult_carer',
  reason: 'break',
  districtCode: 'E07000238',
  tried: [],
  ...more,
})

const young = anIntake({
  organisationId: 2,
  name: 'Young service',
  organisationKind: 'young_carers',
  kinds: ['young_carer'],
})
const charity = anIntake({ organisationId: 3, name: 'The circle', organisationKind: 'charity' })

const cases: readonly [name: string, intake: Partial<Intake>, of: Partial<About>, why: string][] = [
  ['one that takes everything', {}, {}, ''],
  ['one that has had it', {}, { tried: [1] }, 'had_it'],
  ['one that is paused', { paused: true }, {}, 'paused'],
  ['one whose pause ends today', { paused: true, pausedUntil: today }, {}, 'paused'],
  ['one whose pause ended yesterday', { paused: true, pausedUntil: isoDate('2018-11-05') }, {}, ''],
  ['one that does not take the kind', { kinds: ['parent_carer'] }, {}, 'kind'],
  ['one that takes nobody', { kinds: [] }, {}, 'kind'],
  ['one elsewhere', { areas: ['E07000235'] }, {}, 'area'],
  ['one of the same district', { areas: ['E07000235', 'E07000238'] }, {}, ''],
  [
    'one elsewhere where nobody knows the district',
    { areas: ['E07000235'] },
    { districtCode: null },
    '',
  ],
  ['one that offers something else', { reasons: ['benefits'] }, {}, 'reason'],
  [
    'one that offers something where nobody said what',
    { reasons: ['benefits'] },
    { reason: null },
    '',
  ],
  ['one with its last place free', { capacity: 3, held: 2 }, {}, ''],
  ['one that is full', { capacity: 3, held: 3 }, {}, 'full'],
  ['one without room for anybody', { capacity: 0 }, {}, 'full'],
  ['one that is full and elsewhere', { capacity: 0, areas: ['E07000235'] }, {}, 'area full'],
]

for (const [name, intake, of, why] of cases) {
  test(`${name} ${why === '' ? 'can take it' : `cannot: ${why}`}`, () => {
    const found = against(anIntake(intake), about(of), today)
    assert.equal(found.map((each) => each.why).join(' '), why)
    assert.ok(found.every(({ words }) => words !== ''))
  })
}

const ways: readonly [name: string, intakes: readonly Intake[], of: Partial<About>, to: string][] =
  [
    ['an adult carer goes to the hub', [charity, young, anIntake()], {}, 'The hub'],
    [
      'a young carer goes to the young carers’ service',
      [anIntake(), young],
      { kind: 'young_carer' },
      'Young service',
    ],
    [
      'even where the authority asks the hub first',
      [anIntake({ place: 1 }), young],
      { kind: 'young_carer' },
      'Young service',
    ],
    [
      'a young carer goes to the hub where the service is paused',
      [anIntake(), { ...young, paused: true }],
      { kind: 'young_carer' },
      'The hub',
    ],
    [
      'whom the authority asks first comes first',
      [anIntake(), { ...charity, place: 2 }],
      {},
      'The circle',
    ],
    [
      'what the hub cannot hold goes on',
      [anIntake({ capacity: 1, held: 1 }), charity],
      {},
      'The circle',
    ],
    [
      'of two charities it goes to the one with more room',
      [
        { ...charity, capacity: 10, held: 8 },
        { ...charity, organisationId: 4, name: 'The other', capacity: 4, held: 2 },
      ],
      {},
      'The other',
    ],
    ['where nobody can, it goes to nobody', [anIntake({ paused: true }), young], {}, 'nobody'],
  ]

for (const [name, intakes, of, to] of ways) {
  test(name, () => {
    assert.equal(route(intakes, about(of), today).to?.name ?? 'nobody', to)
  })
}

test('the way is told in words: who was passed over, and why', () => {
  const paused = anIntake({
    paused: true,
    pausedUntil: isoDate('2018-12-03'),
    pausedBecause: 'moving house',
  })
  const { because } = route([paused, charity], about(), today)
  assert.equal(
    because,
    'The hub takes nothing until 3 December 2018 (moving house); The circle can take it',
  )
})

test('what has just come lies with somebody even where nobody can take it, and says so', () => {
  const found = firstRoute([anIntake({ capacity: 2, held: 2 }), young], about(), today)
  assert.equal(found?.to.name, 'The hub')
  assert.match(found.because, /is full: it holds 2 of 2.*so it lies with The hub/)
  assert.equal(firstRoute([], about(), today), null)
})

const someIntake: fc.Arbitrary<Intake> = fc.record({
  organisationId: fc.nat(1000),
  name: fc.constant('One'),
  organisationKind: fc.constantFrom('hub', 'young_carers', 'charity', 'council'),
  telephone: fc.constant(null),
  kinds: fc.subarray([...carerKinds]),
  areas: fc.subarray(['E07000235', 'E07000238']),
  reasons: fc.subarray(['break', 'benefits']),
  capacity: fc.option(fc.nat(5)),
  held: fc.nat(6),
  paused: fc.boolean(),
  pausedUntil: fc.option(fc.constantFrom(isoDate('2018-11-05'), isoDate('2018-11-07'))),
  pausedBecause: fc.constant(null),
  place: fc.integer({ min: 1, max: 9 }),
})
const intakesOfACounty = fc.uniqueArray(someIntake, {
  selector: ({ organisationId }) => organisationId,
  maxLength: 8,
})
const somebody = fc.record({
  kind: fc.constantFrom(...carerKinds),
  reason: fc.option(fc.constantFrom('break', 'benefits', 'training')),
  districtCode: fc.option(fc.constantFrom('E07000235', 'E07000238', 'E07000239')),
  tried: fc.constant([]),
})

test('it never goes to one that cannot take it, and goes to somebody where anybody can', () => {
  fc.assert(
    fc.property(intakesOfACounty, somebody, (intakes, of) => {
      const { to } = route(intakes, of, today)
      const able = intakes.filter((intake) => against(intake, of, today).length === 0)
      assert.equal(to !== null, able.length > 0)
      assert.ok(to === null || able.includes(to))
    }),
  )
})

test('declined again and again it visits each that can take it once, and then ends', () => {
  fc.assert(
    fc.property(intakesOfACounty, somebody, (intakes, of) => {
      const tried: number[] = []
      for (let next = route(intakes, of, today).to; next !== null;) {
        assert.ok(!tried.includes(next.organisationId))
        tried.push(next.organisationId)
        next = route(intakes, { ...of, tried }, today).to
      }
      assert.equal(
        tried.length,
        intakes.filter((each) => against(each, of, today).length === 0).length,
      )
    }),
  )
})

test('the order in which organisations are listed changes nothing', () => {
  fc.assert(
    fc.property(intakesOfACounty, somebody, (intakes, of) => {
      const there = route(intakes, of, today)
      const back = route(intakes.toReversed(), of, today)
      assert.equal(there.to?.organisationId, back.to?.organisationId)
      assert.equal(there.because, back.because)
    }),
  )
})

test('more room, or a pause ended, never turns a carer away', () => {
  fc.assert(
    fc.property(someIntake, somebody, (intake, of) => {
      const before = against(intake, of, today).length
      assert.ok(against({ ...intake, capacity: null }, of, today).length <= before)
      assert.ok(against({ ...intake, paused: false }, of, today).length <= before)
      assert.ok(against({ ...intake, areas: [] }, of, today).length <= before)
    }),
  )
})
