import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { carerEligibility } from './carer-eligibility.rules.ts'
import {
  conditionIds,
  domainIds,
  limbIds,
  outcomeIds,
  type Findings,
  type LimbId,
  type OutcomeId,
} from './eligibility.ts'
import { carerEligibilityData, wellbeingData } from './law.ts'

const limbSets: readonly (readonly LimbId[])[] = [
  [],
  ['U1'],
  ['U2'],
  ['U3'],
  ['U1', 'U2'],
  ['U1', 'U3'],
  ['U2', 'U3'],
  ['U1', 'U2', 'U3'],
]

/** Which outcomes are unmet, as the bits of a number. */
function unmet(bits: number, limbs: readonly LimbId[]): Record<OutcomeId, readonly LimbId[]> {
  const pairs = outcomeIds.map((id, at) => [id, bits & (1 << at) ? limbs : []] as const)
  return Object.fromEntries(pairs) as Record<OutcomeId, readonly LimbId[]>
}

test('the whole truth table: every mix of conditions, outcomes and ways of being unable', () => {
  let rows = 0
  for (const C1 of [true, false])
    for (const C2a of [true, false])
      for (const C3 of [true, false])
        for (const limbs of limbSets)
          for (let bits = 0; bits < 256; bits += 1) {
            const { eligible, steps } = carerEligibility({
              C1,
              C2a,
              C3,
              outcomes: unmet(bits, limbs),
            })
            const C2 = C2a || (bits > 0 && limbs.length > 0)
            const asked = !C1 ? ['C1'] : !C2 ? ['C1', 'C2'] : ['C1', 'C2', 'C3']
            assert.equal(eligible, C1 && C2 && C3)
            assert.deepEqual(
              steps.map((step) => step.id),
              asked,
            )
            assert.deepEqual(
              steps.map((step) => step.met),
              [C1, C2, C3].slice(0, asked.length),
            )
            rows += 1
          }
  assert.equal(rows, 2 * 2 * 2 * 8 * 256)
})

const cases: readonly [string, Findings, boolean, string][] = [
  [
    'one outcome that cannot be achieved is enough: an adult with care needs would need two',
    { C1: true, C2a: false, outcomes: { O8: ['U1'] }, C3: true },
    true,
    'reg 3(1)(c)',
  ],
  [
    'health at risk is enough without any outcome',
    { C1: true, C2a: true, outcomes: {}, C3: true },
    true,
    'reg 3(1)(c)',
  ],
  [
    'care that is not necessary ends it at once, whatever follows',
    { C1: false, C2a: true, outcomes: { O1: ['U1'] }, C3: true },
    false,
    'reg 3(1)(a)',
  ],
  [
    'health and every outcome in order ends it at the second condition',
    { C1: true, C2a: false, outcomes: {}, C3: true },
    false,
    'reg 3(1)(b), 3(2)',
  ],
  [
    'without a significant impact the needs are not eligible',
    { C1: true, C2a: true, outcomes: { O5: ['U2'] }, C3: false },
    false,
    'reg 3(1)(c)',
  ],
  ['nothing asked yet is not eligible', {}, false, 'reg 3(1)(a)'],
]

for (const [name, findings, eligible, endsAt] of cases) {
  test(name, () => {
    const decided = carerEligibility(findings)
    assert.equal(decided.eligible, eligible)
    assert.equal(decided.steps.at(-1)?.ref, endsAt)
  })
}

test('the reason names each outcome, the way of being unable and its paragraph', () => {
  const { steps } = carerEligibility({
    C1: true,
    C2a: false,
    outcomes: { O6: ['U2'], O4: ['U1'] },
    C3: true,
  })
  assert.equal(
    steps[1]?.reason,
    'Because of those needs, this applies: ' +
      'Eating well: unable to achieve it without assistance (reg 3(3)(a)). ' +
      'Work, training, education or volunteering: able without assistance, but it causes significant pain, distress or anxiety (reg 3(3)(b)).',
  )
  assert.equal(steps[1]?.parts?.length, 9)
})

test('evidence stands with the step or the part that it was given for', () => {
  const { steps } = carerEligibility({
    C1: true,
    C2a: true,
    outcomes: { O1: ['U3'] },
    C3: true,
    wellbeing: ['W_b'],
    evidence: { C1: 'Helps him wash', C2a: 'Sees the GP for her back', O1: '  ', C3: 'No sleep' },
  })
  assert.equal(steps[0]?.evidence, 'Helps him wash')
  assert.equal(steps[1]?.parts?.[0]?.evidence, 'Sees the GP for her back')
  assert.equal(steps[1]?.parts?.[1]?.evidence, undefined)
  assert.equal(steps[2]?.evidence, 'No sleep')
  assert.deepEqual(
    steps[2]?.parts?.map((part) => part.ref),
    ['s.1(2)(b)'],
  )
})

test('the shipped law has each condition, outcome, limb and part of wellbeing once, in order', () => {
  const ids = (list: readonly { readonly id: string }[]) => list.map((item) => item.id)
  assert.deepEqual(ids(carerEligibilityData.conditions), conditionIds)
  assert.deepEqual(ids(carerEligibilityData.outcomes), outcomeIds)
  assert.deepEqual(ids(carerEligibilityData.limbs), limbIds)
  assert.deepEqual(ids(wellbeingData.domains), domainIds)
})

const limbs = fc.subarray([...limbIds])
const findings: fc.Arbitrary<Findings> = fc.record({
  C1: fc.boolean(),
  C2a: fc.boolean(),
  outcomes: fc.record(
    Object.fromEntries(outcomeIds.map((id) => [id, limbs])) as Record<
      OutcomeId,
      fc.Arbitrary<LimbId[]>
    >,
    { requiredKeys: [] },
  ),
  C3: fc.boolean(),
})

test('steps come in the order of the law and only the last of them can be unmet', () => {
  fc.assert(
    fc.property(findings, (found) => {
      const { eligible, steps } = carerEligibility(found)
      assert.deepEqual(
        steps.map((step) => step.id),
        conditionIds.slice(0, steps.length),
      )
      assert.ok(steps.slice(0, -1).every((step) => step.met))
      assert.equal(steps.at(-1)?.met, eligible)
      assert.ok(steps.every((step) => step.reason !== '' && step.ref !== ''))
    }),
  )
})

test('no outcome outweighs another: exchanging two of them changes nothing', () => {
  const outcome = fc.constantFrom(...outcomeIds)
  fc.assert(
    fc.property(findings, outcome, outcome, (found, one, other) => {
      const outcomes = {
        ...found.outcomes,
        [one]: found.outcomes?.[other] ?? [],
        [other]: found.outcomes?.[one] ?? [],
      }
      assert.equal(
        carerEligibility({ ...found, outcomes }).eligible,
        carerEligibility(found).eligible,
      )
    }),
  )
})

test('an unmet need more never takes eligibility away', () => {
  fc.assert(
    fc.property(findings, fc.constantFrom(...outcomeIds), limbs, (found, id, more) => {
      const outcomes = { ...found.outcomes, [id]: [...(found.outcomes?.[id] ?? []), ...more] }
      if (carerEligibility(found).eligible)
        assert.ok(carerEligibility({ ...found, outcomes }).eligible)
    }),
  )
})
