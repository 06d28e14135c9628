import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answers } from './answers.ts'
import { wholeAnswers } from './answers.fixture.ts'
import { formOf, forms, mattersOf } from './assessment-form.ts'
import { missingMatters } from './missing-matters.rules.ts'

const form = formOf('adult-carer-1')
const whole: Answers = Object.assign({}, ...Object.values(wholeAnswers(form))) as Answers

function without(...names: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)))
}

const words = (answers: Answers) => missingMatters(form, answers).map((missing) => missing.words)

for (const each of forms) {
  const all: Answers = Object.assign({}, ...Object.values(wholeAnswers(each))) as Answers
  test(`${each.version}: an assessment that covers everything lacks nothing`, () => {
    assert.deepEqual(missingMatters(each, all), [])
  })

  test(`${each.version}: an empty one lacks every matter of its law, each by its reference`, () => {
    const refs = missingMatters(each, {}).flatMap((missing) => missing.refs)
    for (const { ref } of mattersOf(each)) assert.ok(refs.includes(ref), ref)
  })
}

const youngCarer = formOf('young-carer-1')
const transition = formOf('transition-1')

/** What is missing after one answer of a whole assessment was changed. */
function after(changed: typeof form, answer: Answers): readonly string[] {
  const all: Answers = Object.assign({}, ...Object.values(wholeAnswers(changed))) as Answers
  return missingMatters(changed, { ...all, ...answer }).map((missing) => missing.words)
}

const byLaw: readonly [string, typeof form, Answers, RegExp][] = [
  [
    'a young carer who was not yet asked alone',
    youngCarer,
    { seen_alone: 'no' },
    /seen on their own, or was asked on their own/,
  ],
  ['a task that is not right for a child', youngCarer, { excessive: 'inappropriate' }, /and why$/],
  ['a transition too early to be of benefit', transition, { benefit: 'no' }, /significant benefit/],
  ['a transition without consent', transition, { consent: 'refuses' }, /close this as declined/],
  [
    'a combined one with one agreement',
    transition,
    { combined: 'yes', combined_agreed: ['carer'] },
    /both agreed/,
  ],
]

for (const [name, changed, answer, words] of byLaw) {
  test(`${name} cannot be completed, and says why`, () => {
    const missing = after(changed, answer)
    assert.equal(missing.length, 1)
    assert.match(missing[0] ?? '', words)
  })
}

test('a refusal gives way where there is abuse or neglect, and needs no consent (s.63)', () => {
  assert.deepEqual(after(transition, { consent: 'overridden' }), [])
})

const cases: readonly [string, Answers, readonly string[]][] = [
  [
    'one answer left out is named',
    without('willing_now'),
    ['Whether the carer is willing to give care now'],
  ],
  [
    'each part of wellbeing is asked by itself',
    without('wellbeing-W_h', 'wellbeing-W_h-words'),
    ['What caring does to the home you live in'],
  ],
  [
    'an effect on wellbeing is told in words',
    without('wellbeing-W_c-words'),
    ['What caring does to being safe from harm and neglect: in what way'],
  ],
  ['no effect needs no words', { ...without('wellbeing-W_c-words'), 'wellbeing-W_c': 'none' }, []],
  [
    'a child who helps must be talked about',
    { ...whole, child_helps: 'yes' },
    ['What the child does, and what that means for the child'],
  ],
  [
    'a combined assessment needs the agreement of both',
    { ...whole, combined: 'yes', combined_agreed: ['carer'] },
    ['That both agreed to a combined assessment'],
  ],
  [
    'both have agreed to a combined assessment',
    { ...whole, combined: 'yes', combined_agreed: ['carer', 'cared_for'] },
    [],
  ],
  [
    'substantial difficulty without anyone appropriate waits for an advocate',
    { ...whole, difficulty: 'yes', supporter: 'no' },
    [
      'An independent advocate: nobody appropriate supports the carer, so the law asks for one before this assessment goes on (Care Act 2014, section 67)',
    ],
  ],
  [
    'an answer to a question that is no longer asked counts for nothing',
    { ...whole, supporter: 'no' },
    [],
  ],
  [
    'breaks not yet talked about are still to come',
    { ...without('breaks_words'), breaks_discussed: 'no' },
    ['That breaks from caring were talked about'],
  ],
  [
    'each wish needs to know whether support could help',
    { ...whole, 'outcomes-3': 'Sleep through one night' },
    ['Whether support could help with: Sleep through one night'],
  ],
  [
    'at least one wish is needed',
    without('outcomes-1', 'outcomes-1-extent'),
    ['At least one thing that the carer wants from day to day'],
  ],
]

for (const [name, answers, missing] of cases) {
  test(name, () => assert.deepEqual(words(answers), missing))
}

test('saying more never makes more missing than the question it was said to', () => {
  const texts = Object.keys(whole).filter((name) => typeof whole[name] === 'string')
  fc.assert(
    fc.property(fc.subarray(texts), (left) => {
      const some = without(...left)
      assert.ok(words(some).length <= left.length)
    }),
  )
})
