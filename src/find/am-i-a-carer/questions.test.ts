import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answersFrom, questionIds, values, type Answers } from './answers.ts'
import {
  choicesOf,
  nextQuestion,
  questionBefore,
  questions,
  wayFor,
  type Way,
} from './questions.ts'

/** The ids of the questions that a person is asked who always gives the answer `pick` chooses. */
function walk(way: Way, pick: Readonly<Record<string, string>>): readonly string[] {
  const asked: string[] = []
  let body: Record<string, string> = {}
  for (
    let next = nextQuestion({}, way);
    next !== null;
    next = nextQuestion(answersFrom(body), way)
  ) {
    asked.push(next.id)
    body = { ...body, [next.id]: pick[next.id] ?? choicesOf(next, way)[0]?.value ?? '' }
  }
  return asked
}

const cases: readonly [string, Way, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    'an adult carer is asked eight',
    'adult',
    { age: '25_or_over' },
    ['age', 'who', 'why', 'paid', 'hours', 'sharing', 'day', 'known'],
  ],
  [
    'who is paid is asked no more',
    'adult',
    { age: '25_or_over', paid: 'paid' },
    ['age', 'who', 'why', 'paid'],
  ],
  [
    'a young carer is asked five',
    'young',
    { age: 'under_16' },
    ['age', 'who', 'why', 'sharing', 'known'],
  ],
]

for (const [what, way, pick, expected] of cases) {
  test(`${what}: ${expected.join(', ')}`, () => assert.deepEqual(walk(way, pick), expected))
}

test('every question offers answers that are on its list, in both ways', () => {
  for (const question of questions) {
    const known: readonly string[] = values[question.id]
    assert.deepEqual(
      question.choices.map(({ value }) => value),
      known,
    )
    for (const { value } of choicesOf(question, 'young')) assert.ok(known.includes(value))
  }
})

test('every question asked of young people has words for them', () => {
  for (const question of questions.filter(({ asked }) => asked({}, 'young'))) {
    assert.notEqual(choicesOf(question, 'young').length, 0, question.id)
  }
})

test('the question before is the last one that was asked', () => {
  const answers: Answers = { age: '25_or_over', who: ['partner'], why: ['illness'], paid: 'no' }
  assert.equal(questionBefore('age', answers, 'adult'), null)
  assert.equal(questionBefore('hours', answers, 'adult')?.id, 'paid')
  assert.equal(questionBefore('sharing', { age: 'under_16' }, 'young')?.id, 'why')
})

test('age decides the way, whichever door one came in by', () => {
  assert.equal(wayFor({ age: '16_17' }, 'adult'), 'young')
  assert.equal(wayFor({ age: '18_24' }, 'young'), 'adult')
  assert.equal(wayFor({}, 'young'), 'young')
})

test('whatever is sent, only answers on our lists are kept', () => {
  const anyBody = fc.dictionary(
    fc.oneof(fc.constantFrom(...questionIds), fc.string()),
    fc.oneof(fc.string(), fc.array(fc.string())),
  )
  fc.assert(
    fc.property(anyBody, (body) => {
      for (const [id, given] of Object.entries(answersFrom(body))) {
        const known: readonly string[] = values[id as keyof typeof values]
        assert.ok([given].flat().every((value) => known.includes(value)))
      }
    }),
  )
})
