import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Findings } from './eligibility.ts'
import { asTyped, readPage } from './findings-form.ts'

function read(
  condition: 'C1' | 'C2' | 'C3',
  body: Record<string, string | string[]>,
  before: Findings = {},
) {
  const result = readPage(condition, body, before)
  assert.ok(result.ok)
  return result.value
}

test('a page puts its answers into the findings and leaves the others alone', () => {
  const before: Findings = { C1: true, evidence: { C1: 'Lifts him' } }
  const found = read(
    'C3',
    { C3: 'yes', C3_evidence: ' No sleep ', wellbeing: ['W_b', 'W_e'] },
    before,
  )
  assert.deepEqual(found, {
    C1: true,
    C3: true,
    wellbeing: ['W_b', 'W_e'],
    evidence: { C1: 'Lifts him', C3: 'No sleep' },
  })
})

test('an outcome that nothing was ticked for has not been looked at', () => {
  const found = read('C2', { O1: 'able', O2: ['U1', 'U3'], O2_evidence: 'Cannot leave him' })
  assert.deepEqual(found.outcomes, { O1: [], O2: ['U1', 'U3'] })
  assert.deepEqual(found.evidence, { O2: 'Cannot leave him' })
  assert.equal(found.C2a, undefined)
})

test('words that were taken out are gone from the findings', () => {
  assert.deepEqual(
    read('C1', { C1: 'no', C1_evidence: '' }, { evidence: { C1: 'x' } }).evidence,
    {},
  )
})

test('able and unable at once is refused with what was typed', () => {
  const result = readPage('C2', { O4: ['able', 'U2'], O4_evidence: 'Eats standing' }, {})
  assert.ok(!result.ok)
  assert.deepEqual(
    result.error.faults.map(({ field }) => field),
    ['O4'],
  )
  assert.equal(result.error.typed['O4_evidence'], 'Eats standing')
})

test('a way of being unable that carers do not have is refused', () => {
  assert.ok(!readPage('C2', { O4: 'U4' }, {}).ok)
})

test('findings go into the form and come out the same', () => {
  const found: Findings = {
    C1: true,
    C2a: false,
    outcomes: { O1: [], O6: ['U2', 'U3'] },
    C3: true,
    wellbeing: ['W_a'],
    evidence: { C1: 'a', O6: 'b', C3: 'c' },
  }
  const typed = asTyped(found) as Record<string, string | string[]>
  const again = read('C3', typed, read('C2', typed, read('C1', typed)))
  assert.deepEqual(again, found)
})
