import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, ageOn, isoDate } from '#platform/lib/dates.ts'
import { bornToPrepare, kindByAge, nextStep } from './growing-up.rules.ts'

const table: readonly [kind: string, birth: string | null, on: string, by: string][] = [
  ['young_carer', '2000-05-03', '2018-05-02', 'young_carer'],
  ['young_carer', '2000-05-03', '2018-05-03', 'young_adult_carer'],
  ['young_carer', '2000-02-29', '2018-02-28', 'young_carer'],
  ['young_carer', '2000-02-29', '2018-03-01', 'young_adult_carer'],
  ['young_adult_carer', '1993-05-03', '2018-05-02', 'young_adult_carer'],
  ['young_adult_carer', '1993-05-03', '2018-05-03', 'adult_carer'],
  ['young_carer', '1990-01-01', '2018-05-03', 'adult_carer'],
  ['young_carer', null, '2018-05-03', 'young_carer'],
  ['parent_carer', '2001-01-01', '2018-05-03', 'parent_carer'],
  ['adult_carer', '2001-01-01', '2018-05-03', 'adult_carer'],
]

for (const [kind, birth, on, by] of table) {
  test(`${kind} born ${birth ?? 'nobody knows when'} is ${by} on ${on}`, () => {
    assert.equal(kindByAge(kind, birth === null ? null : isoDate(birth), isoDate(on)), by)
  })
}

test('a young carer is prepared for their 18th birthday a year ahead, by law with a transition assessment', () => {
  const step = nextStep('young_carer', isoDate('2000-05-03'))
  assert.deepEqual(
    [step?.to, step?.on, step?.prepareFrom, step?.ref],
    ['young_adult_carer', '2018-05-03', '2017-05-03', 'Care Act 2014 s.63'],
  )
})

test('a young adult carer is prepared for their 25th birthday half a year ahead', () => {
  const step = nextStep('young_adult_carer', isoDate('1993-08-31'))
  assert.deepEqual(
    [step?.to, step?.on, step?.prepareFrom],
    ['adult_carer', '2018-08-31', '2018-02-28'],
  )
})

test('an adult carer, and who is of no known age, has no step to come', () => {
  assert.equal(nextStep('adult_carer', isoDate('1950-01-01')), null)
  assert.equal(nextStep('young_carer', null), null)
})

const births = fc
  .integer({ min: 0, max: 12_000 })
  .map((days) => addDays(isoDate('1985-01-01'), days))

test('the kind turns on the very birthday, and not a day before', () => {
  fc.assert(
    fc.property(births, fc.constantFrom('young_carer', 'young_adult_carer'), (birth, kind) => {
      const { on, to } = nextStep(kind, birth)!
      assert.equal(ageOn(birth, addDays(on, -1)) < ageOn(birth, on), true)
      assert.equal(kindByAge(kind, birth, addDays(on, -1)), kind)
      assert.equal(kindByAge(kind, birth, on), to)
    }),
  )
})

test('who is born after the last day asked for is never to be prepared for yet', () => {
  fc.assert(
    fc.property(births, births, (birth, when) => {
      const today = addDays(when, 6570)
      const { bornBy } = bornToPrepare('young_carer', today)
      if (birth > addDays(bornBy, 3)) assert.ok(nextStep('young_carer', birth)!.prepareFrom > today)
      if (birth < addDays(bornBy, -3))
        assert.ok(nextStep('young_carer', birth)!.prepareFrom <= today)
    }),
  )
})
