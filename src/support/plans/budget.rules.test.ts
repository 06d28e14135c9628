import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { budgetFaults, planCosts } from './budget.rules.ts'

const directPayment = {
  basis: 'direct_payment',
  amountPence: 300_00,
  frequency: 'once',
  state: 'proposed',
} as const
const line = (costPence: number | null) =>
  ({ target: 'carer', costPence, paidBy: 'council' }) as const

describe('what a plan costs', () => {
  it('adds the carer’s lines and direct payments, and keeps the rest apart', () => {
    const costs = planCosts(
      [line(120_00), line(null), { ...line(900_00), target: 'cared_for' }],
      [directPayment, { ...directPayment, basis: 'prevention_grant', amountPence: 50_00 }],
    )
    assert.deepEqual(costs, { carer: 420_00, caredFor: 900_00, grants: 50_00 })
  })

  it('leaves out what others pay; where nobody was asked who pays, it is the council', () => {
    const paid = (paidBy: 'carer' | 'nhs' | 'free' | null) => ({ ...line(80_00), paidBy })
    assert.equal(planCosts([paid('carer'), paid('nhs'), paid('free'), paid(null)], []).carer, 80_00)
  })

  it('leaves cancelled payments out', () => {
    assert.equal(planCosts([], [{ ...directPayment, state: 'cancelled' }]).carer, 0)
  })

  it('counts payments that go on for a year', () => {
    assert.equal(
      planCosts([], [{ ...directPayment, amountPence: 10_00, frequency: 'weekly' }]).carer,
      520_00,
    )
  })
})

describe('a personal budget', () => {
  const costs = { carer: 420_00, caredFor: 0, grants: 0 }
  const rows: readonly [string, number | null, number | null, number | null, readonly RegExp[]][] =
    [
      ['that adds up has no fault', 420_00, 20_00, 400_00, []],
      [
        'with an amount missing must be written down',
        420_00,
        null,
        400_00,
        [/Write down the personal budget/],
      ],
      ['whose parts do not come to the cost', 420_00, 0, 400_00, [/\(£0\).*\(£400\).*\(£420\)/]],
      ['that is not what the support costs', 400_00, 0, 400_00, [/is £400.*come to £420/]],
      [
        'wrong in both ways tells both',
        400_00,
        0,
        300_00,
        [/must come to the cost/, /come to £420/],
      ],
    ]
  for (const [name, budgetPence, personPaysPence, authorityPaysPence, faults] of rows) {
    it(name, () => {
      const found = budgetFaults({ budgetPence, personPaysPence, authorityPaysPence }, costs)
      assert.equal(found.length, faults.length, found.join(' | '))
      faults.forEach((expected, at) => assert.match(found[at] ?? '', expected))
    })
  }
})

describe('whatever the amounts', () => {
  const pence = fc.integer({ min: 0, max: 5_000_00 })
  const lines = fc.array(
    fc.record({
      target: fc.constantFrom('carer', 'cared_for' as const),
      paidBy: fc.constantFrom('council' as const, null),
      costPence: fc.option(pence),
    }),
  )
  const payments = fc.array(
    fc.record({
      basis: fc.constantFrom('direct_payment', 'prevention_grant' as const),
      amountPence: fc.integer({ min: 1, max: 1_500_00 }),
      frequency: fc.constantFrom('once', 'weekly', 'monthly' as const),
      state: fc.constantFrom('proposed', 'agreed', 'paid', 'cancelled' as const),
    }),
  )

  it('no total is ever negative, and a line for the person looked after never reaches the carer’s budget', () => {
    fc.assert(
      fc.property(lines, payments, (actions, paid) => {
        const costs = planCosts(actions, paid)
        assert.ok(costs.carer >= 0 && costs.caredFor >= 0 && costs.grants >= 0)
        const without = planCosts(
          actions.filter(({ target }) => target === 'carer'),
          paid,
        )
        assert.equal(without.carer, costs.carer)
      }),
    )
  })

  it('a budget reconciles exactly when its two parts come to the plan’s cost', () => {
    fc.assert(
      fc.property(lines, payments, pence, pence, (actions, paid, own, balance) => {
        const costs = planCosts(actions, paid)
        const budget = {
          budgetPence: own + balance,
          personPaysPence: own,
          authorityPaysPence: balance,
        }
        assert.equal(budgetFaults(budget, costs).length === 0, own + balance === costs.carer)
      }),
    )
  })
})
