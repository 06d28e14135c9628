import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeIds, type Findings } from './eligibility.ts'
import { missingFromFindings, nextCondition } from './findings.rules.ts'

const achieved = Object.fromEntries(outcomeIds.map((id) => [id, []]))
const whole: Findings = {
  C1: true,
  C2a: false,
  outcomes: { ...achieved, O8: ['U1'] },
  C3: true,
  wellbeing: ['W_e'],
  evidence: {
    C1: 'Lifts and washes him',
    O8: 'Has not swum since May',
    C3: 'Says life has shrunk',
  },
}

const cases: readonly [string, Findings, readonly string[]][] = [
  ['nothing is missing where all is answered and reasoned', whole, []],
  ['an answer without its reason is no finding', { C1: false }, ['C1_evidence']],
  ['a reason without an answer is none either', { evidence: { C1: 'Lifts him' } }, ['C1']],
  [
    'after the first condition that is not met nothing more is asked',
    { C1: false, evidence: { C1: 'He manages by himself' } },
    [],
  ],
  [
    'all eight outcomes are looked at even where health already decides',
    { C1: true, C2a: true, evidence: { C1: 'x', C2a: 'x' } },
    [...outcomeIds],
  ],
  [
    'each outcome that cannot be achieved needs its own evidence',
    { ...whole, evidence: { C1: 'x', C3: 'x' } },
    ['O8_evidence'],
  ],
  [
    'blank words are no reason',
    { ...whole, evidence: { ...whole.evidence, C3: '  ' } },
    ['C3_evidence'],
  ],
  [
    'that nothing applies needs its reason too',
    { C1: true, C2a: false, outcomes: achieved, evidence: { C1: 'x' } },
    ['C2_evidence'],
  ],
  ['a significant impact is on some part of wellbeing', { ...whole, wellbeing: [] }, ['wellbeing']],
  ['no impact needs no part of wellbeing', { ...whole, C3: false, wellbeing: [] }, []],
]

for (const [name, findings, fields] of cases) {
  test(name, () => {
    assert.deepEqual(
      missingFromFindings(findings).map((missing) => missing.field),
      fields,
    )
  })
}

test('the questions follow one another as the law has them', () => {
  assert.equal(nextCondition({}), 'C1')
  assert.equal(nextCondition({ C1: true, evidence: { C1: 'x' } }), 'C2')
  assert.equal(nextCondition({ C1: false, evidence: { C1: 'x' } }), null)
  assert.equal(nextCondition({ ...whole, C3: undefined }), 'C3')
  assert.equal(nextCondition(whole), null)
})
