import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codesOf } from '#people/persons/code-words.ts'
import { after, assessmentKinds, isOpen } from './assessment.ts'
import { fieldsOf } from './answers.ts'
import { currentForm, formOf, forms, matters, refsOf } from './assessment-form.ts'

const adult = formOf('adult-carer-1')
const questions = adult.sections.flatMap((section) => section.questions)

test("the adult carer's form asks about every matter that the law names", () => {
  const asked = new Set(questions.flatMap((question) => question.matters))
  assert.deepEqual(
    matters.map((matter) => matter.id).filter((id) => !asked.has(id)),
    [],
  )
  const ten = matters.filter((matter) => matter.ref.startsWith('s.10('))
  assert.equal(ten.length, 11)
})

test('each of those matters has a question without which it cannot be completed', () => {
  const needed = questions.filter((question) => question.needed !== undefined)
  const covered = new Set(needed.flatMap((question) => question.matters))
  assert.deepEqual(
    matters.map((matter) => matter.id).filter((id) => !covered.has(id)),
    [],
  )
})

test('no two fields of a form share a name', () => {
  const names = questions.flatMap((question) => fieldsOf(question)).map((field) => field.name)
  assert.equal(new Set(names).size, names.length)
})

test('a condition points back to an option of an earlier question of its own section', () => {
  for (const { questions: own } of adult.sections) {
    for (const [at, question] of own.entries()) {
      if (question.when === undefined) continue
      const before = own.slice(0, at).find(({ id }) => id === question.when?.question)
      const options = before?.options?.map(({ id }) => id) ?? []
      assert.ok(question.when.is.every((id) => options.includes(id)))
    }
  }
})

test('the ways of holding it are those that the lists of codes know', () => {
  const method = questions.find(({ id }) => id === 'method')
  const known = codesOf('assessment-methods')
  assert.deepEqual(
    method?.options?.map(({ id }) => id).filter((id) => !known.includes(id)),
    [],
  )
})

test('questions cite the paragraph that they serve', () => {
  const able = questions.find(({ id }) => id === 'able_now')
  assert.ok(able)
  assert.deepEqual(refsOf(able), ['s.10(5)(a)'])
})

test('only kinds that have a form are assessed here', () => {
  assert.equal(currentForm('adult_carer')?.version, 'adult-carer-1')
  assert.deepEqual(
    assessmentKinds.filter((kind) => currentForm(kind) !== null),
    [...new Set(forms.map((form) => form.kind))],
  )
})

test('an unknown version of a form is a fault, not an empty form', () => {
  assert.throws(() => formOf('adult-carer-0'), /no assessment form adult-carer-0/)
})

test('a completed, declined or withdrawn assessment takes no further step', () => {
  assert.equal(after('asked', 'begin'), 'begun')
  assert.equal(after('begun', 'complete'), 'completed')
  assert.equal(after('asked', 'complete'), null)
  assert.equal(after('asked', 'record'), 'completed')
  for (const state of ['completed', 'declined', 'withdrawn'] as const) {
    assert.equal(isOpen(state), false)
    assert.equal(after(state, 'begin'), null)
    assert.equal(after(state, 'withdraw'), null)
  }
})
