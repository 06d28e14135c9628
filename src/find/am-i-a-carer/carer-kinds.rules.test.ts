import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answersFrom, questionIds, values, isMany, type Answers } from './answers.ts'
import { kindsOfCarer, standingOf } from './carer-kinds.rules.ts'

const grown: Answers = {
  age: '25_or_over',
  why: ['illness'],
  paid: 'no',
  hours: '20_34',
  sharing: 'equally',
  known: 'yes',
}
const young: Answers = { age: 'under_16', why: ['illness'], sharing: 'equally', known: 'yes' }

const cases: readonly [string, Answers, readonly string[]][] = [
  ['a wife who looks after her husband', { ...grown, who: ['partner'] }, ['adult_carer']],
  ['a father of a disabled child', { ...grown, who: ['child'] }, ['parent_carer']],
  ['a grandmother of a disabled child', { ...grown, who: ['other_child'] }, ['carer_of_a_child']],
  [
    'a mother of a disabled child whose own mother is ill',
    { ...grown, who: ['child', 'parent'] },
    ['adult_carer', 'parent_carer', 'sandwich_carer'],
  ],
  [
    'a boy who helps his sister',
    { ...young, who: ['young_sibling'] },
    ['young_carer', 'sibling_carer'],
  ],
  [
    'a girl of 17 who helps her father',
    { ...young, age: '16_17', who: ['parent'] },
    ['young_carer', 'transition'],
  ],
  [
    'a student of 20 who looks after a brother with autism',
    { ...grown, age: '18_24', who: ['adult_sibling'], why: ['disability'] },
    ['adult_carer', 'young_adult_carer', 'sibling_carer', 'specific_need_carer'],
  ],
  [
    'a son who does it alone and has told nobody',
    { ...grown, who: ['parent'], sharing: 'alone', known: 'no' },
    ['adult_carer', 'lone_carer', 'primary_carer', 'hidden_carer'],
  ],
  [
    'a daughter who helps her mother to care for her father',
    { ...grown, who: ['parent'], sharing: 'mostly_others' },
    ['adult_carer', 'secondary_carer'],
  ],
  [
    'a friend who will soon begin to help',
    { ...grown, who: ['other_adult'], hours: 'not_yet' },
    ['adult_carer'],
  ],
  ['a paid care worker', { ...grown, who: ['other_adult'], paid: 'paid' }, []],
  ['a befriending volunteer', { ...grown, who: ['other_adult'], paid: 'volunteer' }, []],
  ['a parent of a child with no extra needs', { ...grown, who: ['child'], why: ['none'] }, []],
]

for (const [who, answers, expected] of cases) {
  test(`${who} is: ${expected.join(', ') || 'no carer in the law’s sense'}`, () => {
    assert.deepEqual(
      kindsOfCarer(answers).map(({ id }) => id),
      expected,
    )
  })
}

test('someone who only intends to care counts as one who soon will', () => {
  assert.equal(standingOf({ ...grown, who: ['parent'], hours: 'not_yet' }), 'soon')
})

const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(
    ...questionIds.map((id) =>
      isMany(id)
        ? fc.subarray<string>([...values[id]], { minLength: 1 })
        : fc.constantFrom<string>(...values[id]),
    ),
  )
  .map((given) =>
    answersFrom(Object.fromEntries(questionIds.map((id, at) => [id, given[at] ?? '']))),
  )

test('nobody is both under 18 and an adult carer or a parent carer in law', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const ids = kindsOfCarer(answers).map(({ id }) => id)
      assert.ok(
        !ids.includes('young_carer') ||
          !ids.some((id) => id === 'adult_carer' || id === 'parent_carer'),
      )
    }),
  )
})

test('whoever is a carer or soon will be is told of at least one kind, and nobody else of any', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const carer = ['carer', 'soon'].includes(standingOf(answers))
      assert.equal(kindsOfCarer(answers).length > 0, carer)
    }),
  )
})
