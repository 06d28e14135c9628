import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import { pathwayKinds, promisedSteps, shippedStepTargets, type StepTarget } from './pathway.ts'
import { stepClock, stepTarget, stepThresholds, type StepReckoning } from './step-clock.rules.ts'

const shipped: StepReckoning = { targets: shippedStepTargets, holidays: bankHolidays }

const since = (sinceOn: string, step: (typeof promisedSteps)[number] = 'decided') => ({
  kind: 'adult_carer' as const,
  step,
  sinceOn: isoDate(sinceOn),
  promisedOn: null,
})

const due: readonly [
  name: string,
  on: string,
  step: (typeof promisedSteps)[number],
  due: string,
][] = [
  ['five working days in an ordinary week', '2018-03-05', 'decided', '2018-03-12'],
  ['without Good Friday and Easter Monday', '2018-03-28', 'decided', '2018-04-06'],
  ['without Christmas, Boxing Day and New Year', '2018-12-21', 'decided', '2019-01-02'],
  ['from a Sunday as from the Friday before', '2018-12-23', 'decided', '2019-01-02'],
  ['with the substitute days of Christmas 2021', '2021-12-24', 'decided', '2022-01-05'],
  ['from Christmas Day itself', '2018-12-25', 'decided', '2019-01-03'],
  ['twenty across Easter and both May holidays', '2018-04-26', 'assessed', '2018-05-25'],
  ['twenty across Christmas and New Year', '2017-12-11', 'planned', '2018-01-11'],
]

for (const [name, on, step, dueOn] of due) {
  test(`a step is due: ${name}`, () => {
    assert.equal(stepClock(since(on, step), isoDate(on), shipped)?.dueOn, dueOn)
  })
}

const tones: readonly [today: string, used: number, tone: string][] = [
  ['2018-03-28', 0, 'green'],
  ['2018-04-02', 1, 'green'],
  ['2018-04-03', 2, 'green'],
  ['2018-04-04', 3, 'amber'],
  ['2018-04-06', 5, 'amber'],
  ['2018-04-07', 5, 'red'],
  ['2018-04-09', 6, 'red'],
]

for (const [today, used, tone] of tones) {
  test(`assessed on the Wednesday before Easter and undecided on ${today}: ${tone}`, () => {
    const clock = stepClock(since('2018-03-28'), isoDate(today), shipped)
    assert.deepEqual({ used: clock?.used, tone: clock?.tone }, { used, tone })
  })
}

test('a promised day counts before the number of days, and is amber when two working days are left', () => {
  const waited = { ...since('2018-03-01'), promisedOn: isoDate('2018-04-04') }
  const tone = (today: string) => stepClock(waited, isoDate(today), shipped)?.tone
  assert.equal(tone('2018-03-28'), 'green')
  assert.equal(tone('2018-03-29'), 'amber')
  assert.equal(tone('2018-04-04'), 'amber')
  assert.equal(tone('2018-04-05'), 'red')
})

test('a young and a parent carer’s assessment is due in 45 working days, an adult’s in 20', () => {
  const days = (kind: (typeof pathwayKinds)[number]) =>
    stepTarget({ kind, step: 'assessed', sinceOn: isoDate('2018-03-01') }, shippedStepTargets)?.days
  assert.deepEqual(pathwayKinds.map(days), [20, 45, 45, 20, 45])
})

test('what ships promises each step to each kind of carer, amber before it is due', () => {
  for (const kind of pathwayKinds) {
    for (const step of promisedSteps) {
      const target = stepTarget({ kind, step, sinceOn: isoDate('2015-04-01') }, shippedStepTargets)
      assert.ok(target !== undefined && target.amberDays < target.days, `${kind} ${step}`)
    }
  }
})

const own = (fromOn: string, days: number): StepTarget => ({
  kind: 'adult_carer',
  step: 'decided',
  fromOn: isoDate(fromOn),
  days,
  amberDays: 1,
})

test('a new promise holds for clocks that begin from its day on; the others keep the old one', () => {
  const targets = [...shippedStepTargets, own('2018-04-01', 2)]
  const days = (on: string) => stepTarget(since(on), targets)?.days
  assert.deepEqual([days('2018-03-31'), days('2018-04-01')], [5, 2])
  assert.equal(stepTarget(since('2010-01-01'), targets)?.days, 5)
  assert.equal(stepTarget(since('2018-03-01'), [...targets, own('2015-04-01', 9)])?.days, 9)
})

test('a step that nobody promises has no clock', () => {
  const waited = { ...since('2018-03-01'), step: 'talked' as const }
  assert.equal(stepClock(waited, isoDate('2018-03-05'), shipped), null)
})

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(isoDate('2016-01-01'), days))
const anyTarget = fc.record({
  kind: fc.constantFrom('adult_carer' as const, 'young_carer' as const),
  step: fc.constantFrom('decided' as const, 'planned' as const),
  fromOn: day,
  days: fc.integer({ min: 1, max: 30 }),
  amberDays: fc.nat(1),
})
const anyWaited = fc.record({
  kind: fc.constantFrom('adult_carer' as const, 'young_carer' as const),
  step: fc.constantFrom('decided' as const, 'planned' as const),
  sinceOn: day,
  promisedOn: fc.constant(null),
})

test('many clocks told apart at once by their thresholds are as each one reads by itself', () => {
  fc.assert(
    fc.property(anyWaited, fc.array(anyTarget), fc.nat(60), (waited, targets, gone) => {
      const today = addDays(waited.sinceOn, gone)
      const reckoning = { targets: [...shippedStepTargets, ...targets], holidays: bankHolidays }
      const told = stepThresholds(today, reckoning).filter(
        ({ kind, step, fromOn, untilOn }) =>
          kind === waited.kind &&
          step === waited.step &&
          (fromOn === null || fromOn <= waited.sinceOn) &&
          (untilOn === null || waited.sinceOn < untilOn),
      )
      assert.equal(told.length, 1)
      const [{ amberSince, redSince }] = told as [(typeof told)[number]]
      const tone =
        waited.sinceOn <= redSince ? 'red' : waited.sinceOn <= amberSince ? 'amber' : 'green'
      assert.equal(tone, stepClock(waited, today, reckoning)?.tone)
    }),
  )
})

const rank = { green: 0, amber: 1, red: 2 } as const

test('a clock never gets better by waiting, and is red exactly when its day has passed', () => {
  fc.assert(
    fc.property(anyWaited, fc.nat(40), fc.nat(40), (waited, gone, more) => {
      const at = (today: IsoDate) => stepClock(waited, today, shipped)!
      const first = addDays(waited.sinceOn, gone)
      const [now, later] = [at(first), at(addDays(first, more))]
      assert.ok(rank[now.tone] <= rank[later.tone] && now.used <= later.used)
      assert.equal(now.tone === 'red', first > now.dueOn)
    }),
  )
})
