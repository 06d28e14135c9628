import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codesOf } from '#people/persons/code-words.ts'
import { after, assessmentKinds, isOpen } from './assessment.ts'
import { fieldsOf } from './answers.ts'
import {
  currentForm,
  currentForms,
  formOf,
  forms,
  mattersOf,
  refsOf,
  type AssessmentForm,
} from './assessment-form.ts'

const adult = formOf('adult-carer-1')
const questionsOf = (form: AssessmentForm) => form.sections.flatMap(({ questions }) => questions)

for (const form of forms) {
  const questions = questionsOf(form)
  const lawful = mattersOf(form).map(({ id }) => id)

  test(`${form.version} asks about every matter that its law names, and about none of another`, () => {
    const asked = new Set(questions.flatMap((question) => question.matters))
    assert.deepEqual([...asked].toSorted(), lawful.toSorted())
  })

  test(`${form.version} cannot be completed without any one of those matters`, () => {
    const needed = questions.filter((question) => question.needed !== undefined)
    const covered = new Set(needed.flatMap((question) => question.matters))
    assert.deepEqual(
      lawful.filter((id) => !covered.has(id)),
      [],
    )
  })

  test(`no two fields of ${form.version} share a name`, () => {
    const names = questions.flatMap((question) => fieldsOf(question)).map(({ name }) => name)
    assert.equal(new Set(names).size, names.length)
  })

  test(`a condition in ${form.version} points back to an earlier question of its own section`, () => {
    for (const { questions: own } of form.sections) {
      for (const [at, { when }] of own.entries()) {
        if (when === undefined) continue
        const before = own.slice(0, at).find(({ id }) => id === when.question)
        const options = before?.options?.map(({ id }) => id) ?? []
        assert.ok(when.is.every((id) => options.includes(id)))
      }
    }
  })

  test(`${form.version} records both agreements where it is combined`, () => {
    const agreed = questions.find(({ id }) => id === 'combined_agreed')
    assert.equal(agreed?.all, true)
    assert.deepEqual(
      agreed.options?.map(({ id }) => id),
      ['carer', 'cared_for'],
    )
  })
}

test("section 10 of the Care Act names eleven matters, the young carer's regulation ten", () => {
  const count = (form: AssessmentForm, law: string) =>
    mattersOf(form).filter(({ ref }) => ref.startsWith(law)).length
  assert.equal(count(adult, 's.10('), 11)
  assert.equal(count(formOf('young-carer-1'), 'SI 2015/527 reg 4(2)('), 10)
})

test('everybody who is not a child themselves is asked whether a child helps', () => {
  const asking = currentForms().filter((form) =>
    questionsOf(form).some(({ options = [] }) => options.some(({ prompt }) => prompt)),
  )
  assert.deepEqual(
    asking.map(({ kind }) => kind),
    ['adult_carer', 'parent_carer', 'transition'],
  )
})

test("only the adult's form feeds the adults' test of eligibility", () => {
  for (const form of forms.filter(({ kind }) => kind !== 'adult_carer')) {
    const fed = questionsOf(form).flatMap(({ feeds = [], items = [] }) => [
      ...feeds,
      ...items.flatMap((item) => item.feeds),
    ])
    assert.deepEqual(fed, [], form.version)
  }
})

test('the ways of holding it are those that the lists of codes know', () => {
  const known = codesOf('assessment-methods')
  for (const form of forms) {
    const method = questionsOf(form).find(({ id }) => id === 'method')
    assert.deepEqual(
      method?.options?.map(({ id }) => id).filter((id) => !known.includes(id)),
      [],
    )
  }
})

test('questions cite the paragraph that they serve', () => {
  const able = questionsOf(adult).find(({ id }) => id === 'able_now')
  assert.ok(able)
  assert.deepEqual(refsOf(adult, able), ['s.10(5)(a)'])
})

test('each kind of carer has a form of its own, under its own law', () => {
  for (const kind of assessmentKinds) assert.equal(currentForm(kind)?.kind, kind)
  assert.equal(new Set(forms.map(({ law }) => law)).size, assessmentKinds.length)
})

test('an unknown version of a form is a fault, not an empty form', () => {
  assert.throws(() => formOf('adult-carer-0'), /no assessment form adult-carer-0/)
})

test('a completed, declined or withdrawn assessment takes no further step', () => {
  assert.equal(after('asked', 'begin'), 'begun')
  assert.equal(after('begun', 'complete'), 'completed')
  assert.equal(after('asked', 'complete'), null)
  assert.equal(after('asked', 'record'), 'completed')
  for (const state of ['completed', 'declined', 'refused', 'withdrawn'] as const) {
    assert.equal(isOpen(state), false)
    assert.equal(after(state, 'begin'), null)
    assert.equal(after(state, 'withdraw'), null)
  }
})
