import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { fieldsOf } from './answers.ts'
import { forms, formOf } from './assessment-form.ts'
import { knownIn } from './known.rules.ts'
import { answersFromTalks, topicsFromAnswers, type Talk } from './talks.rules.ts'
import { topicsOfQuestions } from './talk-topics.ts'

const adult = formOf('adult-carer-1')
const on = isoDate
const talk = (heldOn: string, words: Talk['words'], more: Partial<Talk> = {}): Talk => ({
  id: heldOn,
  number: 1,
  heldOn: on(heldOn),
  words,
  unconfirmed: {},
  ...more,
})

for (const form of forms) {
  test(`${form.version} asks every question in which a topic may stand, and not of the worker`, () => {
    const asked = form.sections
      .filter(({ by }) => by !== 'worker')
      .flatMap((section) => section.questions.flatMap((question) => fieldsOf(question)))
      .map(({ name }) => name)
    const mapped = Object.keys(topicsOfQuestions[form.kind])
    assert.ok(mapped.length > 0)
    for (const field of mapped) assert.ok(asked.includes(field), field)
  })
}

test('the latest words on a topic stand where the assessment asks for the same', () => {
  const talks = [
    talk('2018-04-02', { matters: 'Thursdays' }),
    talk('2018-03-01', { matters: 'Sleep', people: 'A sister' }),
  ]
  const { answers, saidOn } = answersFromTalks(adult, { talks, after: null })
  assert.deepEqual(answers, { 'outcomes-1': 'Thursdays', other_help: 'A sister' })
  assert.deepEqual(saidOn, { 'outcomes-1': '2018-04-02', other_help: '2018-03-01' })
})

test('what was only brought along keeps the day on which it was said', () => {
  const brought = talk(
    '2018-04-02',
    { people: 'A sister' },
    { unconfirmed: { people: { on: on('2018-03-01') } } },
  )
  assert.equal(
    answersFromTalks(adult, { talks: [brought], after: null }).saidOn['other_help'],
    '2018-03-01',
  )
})

for (const [after, count] of [
  [null, 1],
  ['2018-04-01', 1],
  ['2018-04-02', 0],
  ['2018-05-01', 0],
] as const) {
  test(`a talk of 2 April counts beside an assessment completed ${after ?? 'never'}: ${count}`, () => {
    const talks = [talk('2018-04-02', { matters: 'Thursdays' })]
    const { answers } = answersFromTalks(adult, { talks, after: after === null ? null : on(after) })
    assert.equal(Object.keys(answers).length, count)
  })
}

test('more than a line takes is not cut short but left in the talk', () => {
  const talks = [talk('2018-04-02', { matters: 'x'.repeat(501), people: 'y'.repeat(501) })]
  assert.deepEqual(Object.keys(answersFromTalks(adult, { talks, after: null }).answers), [
    'other_help',
  ])
})

test('an assessment says what a talk would ask', () => {
  const said = { 'outcomes-1': 'A course', able_words: '', other_help: ['A', 'B'] }
  assert.deepEqual(topicsFromAnswers(adult, said), { matters: 'A course', people: 'A, B' })
})

test('a question that a form no longer asks is left out', () => {
  const shorter = { ...adult, sections: adult.sections.filter(({ id }) => id !== 'what-you-want') }
  const talks = [talk('2018-04-02', { matters: 'Thursdays', strengths: 'Sings' })]
  assert.deepEqual(answersFromTalks(shorter, { talks, after: null }).answers, {
    able_words: 'Sings',
  })
  assert.deepEqual(topicsFromAnswers(shorter, { other_help: 'An aunt' }), {})
})

test('a young person’s own words are not carried into a talk', () => {
  const said = { own_future: 'To be a nurse', other_help: 'An aunt' }
  assert.deepEqual(topicsFromAnswers(formOf('transition-1'), said), { people: 'An aunt' })
})

test('what the carer wrote at home stands before a talk, and a talk before last time', () => {
  const section = adult.sections.find(({ id }) => id === 'what-you-want')!
  const talks = { 'outcomes-1': 'From a talk', other_help: 'From a talk' }
  const lastTime = { 'outcomes-1': 'Last time', other_help: 'Last time', advice_given: 'Last time' }
  const { answers, from } = knownIn(section, { own: { other_help: 'At home' }, talks, lastTime })
  assert.deepEqual(answers, {
    'outcomes-1': 'From a talk',
    other_help: 'At home',
    advice_given: 'Last time',
  })
  assert.deepEqual(from, { 'outcomes-1': 'talk', other_help: 'carer', advice_given: 'last_time' })
})
