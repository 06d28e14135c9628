import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withAdded } from './added-questions.rules.ts'
import { currentForms, formOf, forms, versionsLike, type Question } from './assessment-form.ts'
import { formChanges } from './form-changes.rules.ts'
import { nextVersionOf } from './form-version.fixture.ts'

for (const form of forms) {
  test(`a version after ${form.version} is told apart question by question, both ways`, () => {
    const next = nextVersionOf(form)
    const [reworded, removed] = form.sections[0]!.questions
    const changes = formChanges(form, next)
    assert.deepEqual(
      changes.map(({ question, change }) => [question, change]),
      [
        [reworded!.id, 'reworded'],
        ['new_question', 'added'],
        [removed!.id, 'removed'],
      ],
    )
    assert.match(changes[0]?.now ?? '', /Tell me more/)
    assert.deepEqual([changes[1]?.before, changes[2]?.now], [null, null])
    const back = formChanges(next, form).map(({ change }) => change)
    assert.deepEqual(back.toSorted(), ['added', 'removed', 'reworded'])
    assert.deepEqual(formChanges(form, form), [])
  })
}

test('a newer version drops no matter of the law and no question that is needed', () => {
  for (const now of currentForms()) {
    const [first] = versionsLike(now.version)
    const before = formOf(first!)
    const removed = formChanges(before, now).filter(({ change }) => change === 'removed')
    assert.deepEqual(removed, [], now.version)
    assert.equal(before.law, now.law)
  }
})

test('what an authority added counts as a change of the form too', () => {
  const adult = formOf('adult-carer-2')
  const question: Question = { id: 'added_card', type: 'text', label: 'A card?', matters: [] }
  const now = withAdded(adult, { number: 1, questions: [question] })
  assert.deepEqual(
    formChanges(adult, now).map(({ section, change, now: words }) => [section, change, words]),
    [['Questions of this area', 'added', 'A card?']],
  )
})
