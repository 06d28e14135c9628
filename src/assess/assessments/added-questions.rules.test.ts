import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asLines, readQuestions, withAdded } from './added-questions.rules.ts'
import { forms, formOf } from './assessment-form.ts'
import { missingMatters } from './missing-matters.rules.ts'
import { questionsBeside } from './side-by-side.rules.ts'

const adult = formOf('adult-carer-1')
const typed = `Do you have a carers' card?
- Yes
- No

What would make the bus easier?`

test('a line is a question, and lines with a dash are its answers', () => {
  const read = readQuestions(typed)
  assert.ok(read.ok)
  assert.deepEqual(
    read.value.map(({ id, type, options }) => [id, type, options?.map((each) => each.label)]),
    [
      ['added_do_you_have_a_carers_card', 'choice', ['Yes', 'No']],
      ['added_what_would_make_the_bus_easier', 'text', undefined],
    ],
  )
  assert.equal(asLines(read.value), typed.replace('\n\n', '\n'))
})

test('none at all is a version too', () => {
  const read = readQuestions('  \n ')
  assert.ok(read.ok)
  assert.deepEqual(withAdded(adult, { number: 3, questions: read.value }).sections, adult.sections)
})

const refusals: readonly [string, string, RegExp][] = [
  ['an answer before any question', '- Yes', /Begin with a question/],
  ['one answer to choose from', 'Really?\n- Yes', /two answers to choose from, or none/],
  ['the same question twice', 'Why?\nHow?\nWhy', /“Why” is there twice/],
  ['the same answer twice', 'Why?\n- Yes\n- yes', /Two answers to “Why\?” are the same/],
  ['a question beyond all length', `${'x'.repeat(301)}?`, /Use 300 characters or fewer/],
  [
    'more than twenty',
    Array.from({ length: 21 }, (_, at) => `Question ${at}`).join('\n'),
    /Use 20 questions or fewer/,
  ],
]

for (const [name, given, words] of refusals) {
  test(`${name} is refused in words`, () => {
    const read = readQuestions(given)
    assert.ok(!read.ok)
    assert.match(read.error, words)
  })
}

test('whatever is added, every question of the law stays as it was', () => {
  const line = fc.string({ maxLength: 30 }).map((words) => words.replaceAll('\n', ' '))
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.array(line, { maxLength: 6 }), (form, lines) => {
      const read = readQuestions(lines.join('\n'))
      if (!read.ok) return
      const after = withAdded(form, { number: 1, questions: read.value })
      assert.deepEqual(after.sections.slice(0, form.sections.length), form.sections)
      assert.deepEqual(missingMatters(after, {}), missingMatters(form, {}))
      assert.equal(formOf(after.version), form)
    }),
  )
})

test('a kept question that bears the name of one of the law’s, or serves its matters, does neither', () => {
  const question = { id: 'added_why', type: 'text', label: 'Why?', matters: ['P1'] } as const
  const kept = [
    { ...question, matters: ['P1'] },
    { ...question, id: 'child_helps', matters: [] },
  ]
  for (const form of forms) {
    const after = withAdded(form, { number: 1, questions: kept })
    assert.deepEqual(after.sections.at(-1)?.questions, [{ ...question, matters: [] }])
    assert.deepEqual(missingMatters(after, {}), missingMatters(form, {}))
  }
})

test('two versions beside each other show what was added, reworded and dropped', () => {
  const read = (lines: string) => {
    const questions = readQuestions(lines)
    assert.ok(questions.ok)
    return questions.value
  }
  const before = withAdded(adult, { number: 1, questions: read('Why?\nA card?\n- Yes\n- No') })
  const now = withAdded(adult, { number: 2, questions: read('How?\nA card?\n- Yes\n- Not yet') })
  assert.deepEqual(
    questionsBeside(before, now).map((row) => [row.before, row.now]),
    [
      [null, 'How?'],
      ['A card? – Yes – No', 'A card? – Yes – Not yet'],
      ['Why?', null],
    ],
  )
  assert.deepEqual(questionsBeside(now, now), [])
})
