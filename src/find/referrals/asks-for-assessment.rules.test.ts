import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForAssessment } from './asks-for-assessment.rules.ts'

for (const [reason, assessmentAskedFor, asks] of [
  ['assessment', false, true],
  ['assessment', true, true],
  ['break', true, true],
  ['break', false, false],
  [null, true, true],
  [null, false, false],
] as const) {
  const words = `for ${reason ?? 'nothing named'}${assessmentAskedFor ? ', an assessment asked for' : ''}`
  test(`a referral ${words} ${asks ? 'asks' : 'does not ask'} for an assessment`, () => {
    assert.equal(asksForAssessment({ reason, assessmentAskedFor }), asks)
  })
}
