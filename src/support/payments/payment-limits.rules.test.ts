import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  amountWithin,
  basisOf,
  firstYear,
  limitsFrom,
  needsManager,
  usualLimits,
} from './payment-limits.rules.ts'
import { stepsFor, type PaymentState, type PlanKind } from './payment.ts'

describe('the amount of a payment', () => {
  const rows: readonly [string, number, string | null][] = [
    ['£300 is an ordinary one-off payment', 300_00, null],
    ['a penny is an amount', 1, null],
    ['nothing is no payment', 0, 'The amount must be more than £0'],
    ['less than nothing neither', -5_00, 'The amount must be more than £0'],
    ['the most is allowed', 1_500_00, null],
    [
      'a penny over the most is not',
      1_500_01,
      'Enter an amount of £1,500 or less. Support that costs more is arranged as a service, not paid out',
    ],
  ]
  for (const [name, pence, refusal] of rows) {
    it(name, () => {
      const answer = amountWithin(pence, usualLimits)
      assert.equal(answer.ok ? null : answer.error, refusal)
    })
  }
})

describe('who agrees a payment', () => {
  const rows: readonly [string, number, 'once' | 'monthly', boolean][] = [
    ['£500 once is agreed in the plan', 500_00, 'once', false],
    ['a penny more needs a manager', 500_01, 'once', true],
    ['every payment that goes on needs a manager', 20_00, 'monthly', true],
  ]
  for (const [name, amountPence, frequency, manager] of rows) {
    it(name, () => {
      assert.equal(needsManager({ amountPence, frequency }, usualLimits), manager)
    })
  }

  it('an authority’s own limits stand in its settings', () => {
    assert.deepEqual(limitsFrom({ payments: { agreedInPlanPence: 250_00 } }), {
      ...usualLimits,
      agreedInPlanPence: 250_00,
    })
    assert.deepEqual(limitsFrom({}), usualLimits)
    assert.deepEqual(limitsFrom(null), usualLimits)
  })
})

describe('what a payment is called', () => {
  const rows: readonly [string, readonly (boolean | null)[], PlanKind, string][] = [
    [
      'a direct payment where it meets an eligible need',
      [false, true],
      'adult_carer',
      'direct_payment',
    ],
    [
      'a prevention grant where the needs are not eligible',
      [false, null],
      'adult_carer',
      'prevention_grant',
    ],
    ['a prevention grant where it meets no need', [], 'adult_carer', 'prevention_grant'],
    ['a direct payment for any need of a young carer', [null], 'young_carer', 'direct_payment'],
    ['a prevention grant for none of them', [], 'parent_carer', 'prevention_grant'],
  ]
  for (const [name, eligible, kind, basis] of rows) {
    it(name, () => {
      const needs = eligible.map((one) => ({ eligible: one }))
      assert.equal(basisOf(needs, kind), basis)
    })
  }
})

describe('the steps of a payment', () => {
  const rows: readonly [PaymentState, 'one_off' | 'recurring', string, readonly string[]][] = [
    ['proposed', 'one_off', 'manager', ['agree', 'cancel']],
    ['proposed', 'one_off', 'assessor', ['cancel']],
    ['proposed', 'one_off', 'adviser', []],
    ['agreed', 'one_off', 'manager', ['pay', 'cancel']],
    ['agreed', 'one_off', 'assessor', []],
    ['paid', 'one_off', 'manager', []],
    ['paid', 'recurring', 'manager', ['cancel']],
    ['paid', 'recurring', 'assessor', []],
    ['cancelled', 'recurring', 'manager', []],
  ]
  for (const [state, kind, duty, steps] of rows) {
    it(`a ${state} payment, ${kind}: ${duty} may ${steps.join(' or ') || 'do nothing'}`, () => {
      const moves = stepsFor({ state, kind, proposedBy: 'jo' }, { duties: [duty], accountId: 'mo' })
      assert.deepEqual(
        moves.map((move) => move.step),
        steps,
      )
    })
  }

  it('who put a payment forward does not agree it', () => {
    const moves = stepsFor(
      { state: 'proposed', kind: 'one_off', proposedBy: 'mo' },
      { duties: ['manager'], accountId: 'mo' },
    )
    assert.deepEqual(
      moves.map((move) => move.step),
      ['cancel'],
    )
  })
})

it('a year of payments is a whole number of pence, and never less than one of them', () => {
  const frequency = fc.constantFrom(
    'once',
    'weekly',
    'every_four_weeks',
    'monthly',
    'yearly' as const,
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_500_00 }), frequency, (amountPence, often) => {
      const year = firstYear({ amountPence, frequency: often })
      assert.ok(Number.isSafeInteger(year) && year >= amountPence)
    }),
  )
})
