import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import type { Answers } from './answers.ts'
import { carerBenefitRates } from './carer-benefits.rules.ts'
import { rightsOf } from './rights.rules.ts'

const today = isoDate('2026-11-22')
const base: Answers = {
  age: '25_or_over',
  why: ['illness'],
  paid: 'no',
  sharing: 'equally',
  known: 'yes',
  day: 'neither',
  hours: 'under_20',
}
const rightsFor = (answers: Answers, on = today): readonly string[] =>
  rightsOf(answers, on).map(({ id }) => id)

const cases: readonly [string, Answers, { has: readonly string[]; hasNot: readonly string[] }][] = [
  [
    'an adult carer of an adult has an assessment under the Care Act, whatever the hours',
    { ...base, who: ['partner'] },
    {
      has: ['carers_assessment', 'written_decision', 'information', 'hospital_discharge'],
      hasNot: ['parent_carers_assessment', 'carers_allowance', 'carers_credit'],
    },
  ],
  [
    'a parent carer has one under the Children Act instead',
    { ...base, who: ['child'] },
    {
      has: ['parent_carers_assessment', 'child_in_need', 'childs_carer_transition'],
      hasNot: ['carers_assessment', 'hospital_discharge'],
    },
  ],
  [
    'a carer of a child who is not their own has neither, but the family can be helped',
    { ...base, who: ['other_child'] },
    { has: ['child_in_need'], hasNot: ['carers_assessment', 'parent_carers_assessment'] },
  ],
  [
    'a young carer has an assessment of their own and no rights at work or money made for adults',
    { age: 'under_16', who: ['parent'], why: ['illness'], sharing: 'alone', known: 'no' },
    {
      has: ['young_carers_assessment'],
      hasNot: ['carers_assessment', 'carers_leave', 'carers_allowance', 'young_carers_transition'],
    },
  ],
  [
    'a young carer of 17 also has a plan for when they are 18',
    { age: '16_17', who: ['parent'], why: ['illness'], sharing: 'alone', known: 'no' },
    { has: ['young_carers_assessment', 'young_carers_transition'], hasNot: ['carers_assessment'] },
  ],
  [
    'someone who works has carer’s leave, flexible hours and time off in an emergency',
    { ...base, who: ['parent'], day: 'both' },
    { has: ['carers_leave', 'flexible_working', 'time_off_in_an_emergency'], hasNot: [] },
  ],
  [
    'from 20 hours a week there is Carer’s Credit, below 35 no Carer’s Allowance',
    { ...base, who: ['parent'], hours: '20_34' },
    { has: ['carers_credit'], hasNot: ['carers_allowance', 'carer_element'] },
  ],
  [
    'from 35 hours a week there is Carer’s Allowance',
    { ...base, who: ['parent'], hours: '35_or_more' },
    { has: ['carers_allowance', 'carer_element', 'carers_credit'], hasNot: [] },
  ],
]

for (const [what, answers, { has, hasNot }] of cases) {
  test(what, () => {
    const ids = rightsFor(answers)
    assert.deepEqual(
      has.filter((id) => !ids.includes(id)),
      [],
    )
    assert.deepEqual(
      hasNot.filter((id) => ids.includes(id)),
      [],
    )
  })
}

test('who is paid, and who helps someone without extra needs, is promised nothing', () => {
  assert.deepEqual(rightsFor({ ...base, who: ['parent'], paid: 'paid' }), [])
  assert.deepEqual(rightsFor({ ...base, who: ['child'], why: ['none'] }), [])
})

test('a right is not named before its law is in force', () => {
  const working: Answers = { ...base, who: ['parent'], day: 'work' }
  assert.ok(!rightsFor(working, isoDate('2024-04-05')).includes('carers_leave'))
  assert.ok(rightsFor(working, isoDate('2024-04-06')).includes('carers_leave'))
})

test('money is told at the rate of the day', () => {
  const [allowance] = rightsOf({ ...base, who: ['parent'], hours: '35_or_more' }, today).filter(
    ({ id }) => id === 'carers_allowance',
  )
  assert.match(allowance?.text ?? '', /^£86\.45 a week \(since 6 April 2026\).*£204 a week/)
})

const rateCases: readonly [string, number | null][] = [
  ['2024-04-07', null],
  ['2024-04-08', 8190],
  ['2025-04-06', 8190],
  ['2025-04-07', 8330],
  ['2026-04-06', 8645],
  ['2027-04-05', 8645],
  ['2027-06-01', null],
]

for (const [on, pence] of rateCases) {
  test(`on ${on} Carer’s Allowance is ${pence === null ? 'not known' : `${pence} pence a week`}`, () => {
    assert.equal(carerBenefitRates(isoDate(on))?.allowanceWeekly ?? null, pence)
  })
}

test('without known rates the right is told without an amount', () => {
  const [allowance] = rightsOf(
    { ...base, who: ['parent'], hours: '35_or_more' },
    isoDate('2030-01-01'),
  ).filter(({ id }) => id === 'carers_allowance')
  assert.match(allowance?.text ?? '', /^You may get it if/)
  assert.doesNotMatch(allowance?.text ?? '', /£/)
})
