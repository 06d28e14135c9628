import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/lib/ids.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { hasChanges, planChanges } from './plan-changes.rules.ts'
import type { WholePlan } from './plan.ts'
import { aWholePlan } from './plan.fixture.ts'

const old = aWholePlan()

/** The next number as it begins: the same words on new lines. */
function next(from: WholePlan = old): WholePlan {
  const newIds = new Map(
    [...from.needs, ...from.goals, ...from.actions].map(({ id }) => [id, newId()]),
  )
  const copied = <L extends { readonly id: string }>(lines: readonly L[]) =>
    lines.map((line) => ({ ...line, id: newIds.get(line.id)!, continuesId: line.id }))
  return {
    ...from,
    plan: { ...from.plan, id: newId(), number: 2 },
    needs: copied(from.needs),
    goals: copied(from.goals),
    actions: copied(from.actions).map((line) => ({
      ...line,
      needId: newIds.get(line.needId ?? '') ?? null,
    })),
    payments: from.payments.map((line) => ({ ...line, id: newId() })),
  }
}

type Revised = (begun: WholePlan) => Partial<WholePlan>

/** What is other than it was, where the next number was revised so. */
function changesOf(revised: Revised, before = old): readonly string[] {
  const begun = next(before)
  return planChanges(before, { ...begun, ...revised(begun) })
    .filter(({ change }) => change !== 'same')
    .map(({ part, change }) => `${part}: ${change}`)
}

const inPlan =
  (change: Partial<WholePlan['plan']>): Revised =>
  ({ plan }) => ({ plan: { ...plan, ...change } })

describe('a plan beside the one before it', () => {
  it('that was only copied says of every line that it is as before', () => {
    const lines = planChanges(old, next())
    assert.equal(hasChanges(lines), false)
    assert.ok(lines.length >= 8)
  })

  const none = (): Partial<WholePlan> => ({})
  const rows: readonly [string, Revised, readonly string[], WholePlan?][] = [
    [
      'a reworded need is one changed line, and so is what is done for it',
      ({ needs }) => ({ needs: needs.map((one) => ({ ...one, need: `${one.need} again` })) }),
      ['Need: changed', 'Need: changed', 'Support: changed'],
    ],
    ['a need left out is taken out', ({ needs }) => ({ needs: needs.slice(1) }), ['Need: gone']],
    [
      'a goal that was reached is done',
      () => ({ goals: [] }),
      ['Goal: done'],
      { ...old, goals: [{ ...old.goals[0]!, met: true }] },
    ],
    ['a goal left out is taken out', () => ({ goals: [] }), ['Goal: gone']],
    [
      'support that was done is done',
      () => ({ actions: [] }),
      ['Support: done'],
      { ...old, actions: [{ ...old.actions[0]!, doneOn: isoDate('2018-04-01') }] },
    ],
    [
      'another payer is a change',
      ({ actions }) => ({
        actions: actions.map((one) => ({ ...one, paidBy: 'nhs', costPence: 1 })),
      }),
      ['Support: changed'],
    ],
    ['a payment that is not there again is taken out', () => ({ payments: [] }), ['Money: gone']],
    [
      'a one-off payment that went out is done',
      () => ({ payments: [] }),
      ['Money: done'],
      { ...old, payments: [{ ...old.payments[0]!, state: 'paid' }] },
    ],
    [
      'a cancelled payment was never there',
      none,
      [],
      { ...old, payments: [{ ...old.payments[0]!, state: 'cancelled' }] },
    ],
    ['another budget is a change', inPlan({ budgetPence: 1 }), ['Personal budget: changed']],
    ['no budget any more', inPlan({ budgetPence: null }), ['Personal budget: gone']],
    ['other advice is a change', inPlan({ advicePrevent: 'Rest' }), ['Advice for later: changed']],
    ['no arrangements any more', inPlan({ contingency: {} }), ['If the carer cannot care: gone']],
  ]
  for (const [name, revised, expected, before] of rows)
    it(name, () => {
      assert.deepEqual(changesOf(revised, before), expected)
    })

  it('finds lines of plans from before their origin was kept by their words', () => {
    const lost = next()
    const bare = { ...lost, needs: lost.needs.map((one) => ({ ...one, continuesId: null })) }
    assert.equal(hasChanges(planChanges(old, bare)), false)
  })

  it('has every line of either exactly once, whichever lines are left out, doubled or new', () => {
    const lines = fc.array(
      fc.record({ words: fc.constantFrom('a', 'b', 'c'), from: fc.option(fc.nat(3)) }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }), lines, (was, is) => {
        const needs = was.map((need) => ({ ...old.needs[0]!, id: newId(), need }))
        const after = is.map(({ words, from }) => ({
          ...old.needs[0]!,
          id: newId(),
          need: words,
          continuesId: from === null ? null : (needs[from]?.id ?? null),
        }))
        const bare = { ...old, goals: [], actions: [], payments: [] }
        const found = planChanges({ ...bare, needs }, { ...bare, needs: after }).filter(
          ({ part }) => part === 'Need',
        )
        assert.equal(found.filter((line) => line.after !== null).length, after.length)
        assert.equal(found.filter((line) => line.before !== null).length, needs.length)
        for (const line of found)
          assert.equal(line.change === 'same', line.before !== null && line.before === line.after)
      }),
    )
  })
})
