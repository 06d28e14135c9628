import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsOf } from './answers.ts'
import { forms, formOf } from './assessment-form.ts'
import {
  answersIn,
  firstStepOf,
  mergedInto,
  placeOfStep,
  questionSteps,
} from './question-steps.rules.ts'

const adult = formOf('adult-carer-2')
const steps = questionSteps(adult)
const part = (id: string) => steps.find((each) => each.id === id)!.part

test('one page each asks every question of a form, in its order and once', () => {
  for (const form of forms) {
    const all = form.sections.flatMap(({ questions }) => questions)
    const asked = questionSteps(form).flatMap(({ part: { questions } }) => questions)
    assert.deepEqual(
      asked.map(({ id }) => id).toSorted(),
      all.map(({ id }) => id).toSorted(),
      form.version,
    )
    for (const section of form.sections) assert.notEqual(firstStepOf(section), null)
  }
})

test('what hangs on an answer stands on its page', () => {
  assert.deepEqual(
    part('difficulty').questions.map(({ id }) => id),
    ['difficulty', 'difficulty_words', 'supporter', 'supporter_words', 'advocate_on'],
  )
})

test('a page knows the one before and after it', () => {
  const [first, second] = steps
  assert.deepEqual(
    [placeOfStep(steps, first!.id)?.before, placeOfStep(steps, first!.id)?.after],
    [null, second!.id],
  )
  const last = placeOfStep(steps, steps.at(-1)!.id)
  assert.deepEqual([last?.after, last?.number], [null, steps.length])
  assert.equal(placeOfStep(steps, 'nothing'), null)
})

test('saving one page leaves the others of its section as they are, and their marks', () => {
  const answers = { care_given: 'Washes him', without_you: 'All of it', child_helps: 'no' }
  const brought = { care_given: 'carer', without_you: 'last_time' } as const
  const merged = (typed: Record<string, string>, confirmed = false) =>
    mergedInto({ answers, brought }, { part: part('care_given'), typed, confirmed })
  assert.deepEqual(merged({ care_given: 'Lifts him' }), {
    answers: { ...answers, care_given: 'Lifts him' },
    unconfirmed: ['without_you'],
  })
  assert.deepEqual(merged({ care_given: 'Washes him' }).unconfirmed, ['without_you', 'care_given'])
  assert.deepEqual(merged({ care_given: 'Washes him' }, true).unconfirmed, ['without_you'])
  const { care_given: _, ...rest } = answers
  assert.deepEqual(merged({}).answers, rest)
  assert.deepEqual(answersIn(part('care_given'), answers), { care_given: 'Washes him' })
})

test('a page reads the fields of its own questions alone', () => {
  const names = steps.map(({ part: { questions } }) => questions.flatMap((each) => fieldsOf(each)))
  assert.equal(new Set(names.flat().map(({ name }) => name)).size, names.flat().length)
})
