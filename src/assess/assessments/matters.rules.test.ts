import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wholeAnswers } from './answers.fixture.ts'
import { currentForms, formOf } from './assessment-form.ts'
import { combinationIn, matterInWords, mattersIn } from './matters.rules.ts'
import { missingMatters } from './missing-matters.rules.ts'
import { saidFor } from './said.ts'

const firstClass = ['able', 'breaks', 'education', 'health', 'willing', 'work']
const adult = formOf('adult-carer-2')

for (const form of currentForms()) {
  const answers = Object.assign({}, ...Object.values(wholeAnswers(form))) as Record<string, string>

  test(`${form.version} keeps an outcome of each matter, and is not whole without any one of them`, () => {
    const kept = mattersIn(form, answers).map(({ matter }) => matter)
    assert.deepEqual(
      firstClass.filter((matter) => !kept.includes(matter)),
      [],
    )
    assert.deepEqual(missingMatters(form, answers), [])
    for (const matter of firstClass) {
      const without = Object.fromEntries(
        Object.entries(answers).filter(([name]) => name !== `${matter}_outcome`),
      )
      assert.deepEqual(
        missingMatters(form, without).map(({ field }) => field),
        [`${matter}_outcome`],
      )
      assert.ok(!mattersIn(form, without).some((each) => each.matter === matter))
    }
  })

  test(`${form.version} is not whole where it is combined and one of the two has not agreed`, () => {
    const needs = (given: Record<string, string | string[]>) =>
      missingMatters(form, { ...answers, combined: 'yes', ...given }).map(({ field }) => field)
    const linked = { combined_reference: 'A-1', combined_authority: 'Worcestershire' }
    const agreed = { combined_agreed: ['carer', 'cared_for'] }
    assert.deepEqual(needs({ ...linked, ...agreed }), [])
    assert.deepEqual(needs({ ...linked, combined_agreed: ['carer'] }), ['combined_agreed'])
    assert.deepEqual(needs({ ...linked, combined_agreed: ['cared_for'] }), ['combined_agreed'])
    const undated = { ...linked, ...agreed, combined_cared_for_on: '' }
    assert.deepEqual(needs(undated), ['combined_cared_for_on'])
    assert.deepEqual(needs(agreed), ['combined_reference', 'combined_authority'])
  })
}

test('what comes of a matter stands beside the finding that rests on it', () => {
  const answers = { health_outcome: 'support', work_outcome: 'referred' }
  const beside = (finding: string) => saidFor(adult, answers, finding).map(({ words }) => words)
  assert.deepEqual(beside('C2a'), ['Help with it goes into the decision and the plan'])
  assert.deepEqual(beside('O6'), ['Somebody else has been asked to help'])
})

test('advocacy and capacity are kept as they were decided, and not where they were not asked', () => {
  const kept = (answers: Record<string, string>) =>
    mattersIn(adult, answers).map(({ matter, outcome }) => `${matter}: ${outcome}`)
  assert.deepEqual(kept({ difficulty: 'yes', supporter: 'advocate', capacity: 'has' }), [
    'advocacy_difficulty: yes',
    'advocacy: advocate',
    'capacity: has',
  ])
  assert.deepEqual(kept({ difficulty: 'no', supporter: 'advocate' }), ['advocacy_difficulty: no'])
  assert.deepEqual(kept({ capacity: 'perhaps' }), [])
})

test('where somebody has difficulty, or capacity was in doubt, the decision itself is asked', () => {
  const answers = Object.assign({}, ...Object.values(wholeAnswers(adult))) as Record<string, string>
  const fields = (given: Record<string, string>) =>
    missingMatters(adult, { ...answers, ...given }).map(({ field }) => field)
  assert.deepEqual(fields({ difficulty: 'yes', supporter: 'advocate', advocate_on: '' }), [
    'difficulty_words',
    'supporter_words',
    'advocate_on',
  ])
  assert.deepEqual(fields({ capacity: 'lacks', capacity_on: '' }), [
    'capacity_decision',
    'capacity_on',
    'capacity_words',
    'best_interests',
  ])
})

test('a matter and its outcome are said in words; what no form knows stands as it is', () => {
  assert.deepEqual(matterInWords({ matter: 'breaks', outcome: 'not_wanted' }), {
    matter: 'A break from caring',
    outcome: 'Help was offered and is not wanted',
  })
  assert.deepEqual(matterInWords({ matter: 'x', outcome: 'y' }), { matter: 'x', outcome: 'y' })
})

test('what is not combined links to nothing, whatever was typed before', () => {
  const typed = { combined_reference: 'A-1', combined_carer_on: '2018-03-01' }
  assert.equal(combinationIn({ ...typed, combined: 'no' }).combinedReference, null)
  const { combinedReference, combinedCarerOn } = combinationIn({ ...typed, combined: 'yes' })
  assert.deepEqual([combinedReference, combinedCarerOn], ['A-1', '2018-03-01'])
})
