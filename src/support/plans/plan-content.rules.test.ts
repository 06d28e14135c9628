import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { usualLimits } from '#support/payments/payment-limits.rules.ts'
import { canBeAgreed, planFaults } from './plan-content.rules.ts'
import type { PlanAction, PlanPayment, WholePlan } from './plan.ts'
import { afterStep, type PlanState, type PlanStep } from './plan.ts'
import { aWholePlan } from './plan.fixture.ts'

const whole = aWholePlan()

function faultsOf(changed: Partial<WholePlan>, plan: Partial<WholePlan['plan']> = {}) {
  return planFaults({ ...whole, ...changed, plan: { ...whole.plan, ...plan } }, usualLimits)
}

const sitter: PlanAction = {
  ...whole.actions[0]!,
  id: '00000000-0000-7000-8000-0000000000a9',
  target: 'cared_for',
  action: 'Someone sits with Brian on Thursdays',
  caredForAgreed: true,
  caredForAskedOn: isoDate('2018-03-20'),
}

const payment: PlanPayment = whole.payments[0]!

it('a plan with all that section 25 asks for can be agreed', () => {
  assert.deepEqual(planFaults(whole, usualLimits), [])
})

describe('a plan cannot be agreed', () => {
  const rows: readonly [string, Partial<WholePlan>, Partial<WholePlan['plan']>, string, RegExp][] =
    [
      [
        'without an assessment',
        {},
        { assessmentId: null },
        's.25(1)(a)',
        /Choose the carer's assessment/,
      ],
      [
        'before it is known where the adult lives',
        { responsibility: { answer: 'unknown', ref: 's.13(4)(b)', reason: 'Nobody knows.' } },
        {},
        's.13(4)(b), s.20(1)(a)',
        /Find out where the adult who needs care lives/,
      ],
      [
        'without a need',
        {
          needs: [],
          payments: [],
          actions: [{ ...whole.actions[0]!, needId: null, costPence: 300_00, paidBy: 'council' }],
        },
        {},
        's.25(1)(a)',
        /Add the needs/,
      ],
      [
        'before it is said whether a need is eligible',
        {
          needs: [{ ...whole.needs[0]!, eligible: null }, whole.needs[1]!],
          payments: [{ ...payment, needIds: [whole.needs[1]!.id] }],
        },
        {},
        's.25(1)(b)',
        /meets the eligibility criteria: “Time/,
      ],
      [
        'while an eligible need is not met',
        { actions: [{ ...whole.actions[0]!, needId: null }] },
        {},
        's.25(1)(c)',
        /how this need will be met.*“Sleep/,
      ],
      [
        'without a line of support',
        { needs: [{ ...whole.needs[0]!, eligible: false }], actions: [], payments: [] },
        { budgetPence: 0, authorityPaysPence: 0 },
        's.25(1)(c)',
        /what will be done/,
      ],
      ['without a goal', { goals: [] }, {}, 's.10(5)(d)', /goal in the carer’s own words/],
      [
        'before a goal is answered',
        { goals: [{ ...whole.goals[0]!, answerBefore: null }] },
        {},
        's.10(5)(d)',
        /how often the carer can say this now/,
      ],
      [
        'while the person looked after has not been asked',
        { actions: [...whole.actions, { ...sitter, caredForAgreed: null }] },
        {},
        's.20(1)(c)',
        /Ask the person looked after/,
      ],
      [
        'where the person looked after said no',
        { actions: [...whole.actions, { ...sitter, caredForAgreed: false }] },
        {},
        's.20(1)(c)',
        /did not agree/,
      ],
      [
        'with a direct payment that meets no eligible need',
        {
          payments: [{ ...payment, needIds: [] }],
          actions: [
            { ...whole.actions[0]!, needId: whole.needs[0]!.id },
            { ...whole.actions[0]!, id: sitter.id },
          ],
        },
        {},
        's.25(2)(a)',
        /direct payment of £300 meets/,
      ],
      [
        'with a payment that a manager has yet to agree',
        { payments: [{ ...payment, amountPence: 600_00 }] },
        { budgetPence: 600_00, authorityPaysPence: 600_00 },
        'Scheme of delegation',
        /manager must first agree the payment of £600/,
      ],
      [
        'without a personal budget',
        {},
        { budgetPence: null },
        's.25(1)(e), s.26(1)',
        /Write down the personal budget/,
      ],
      [
        'without saying what the support helps with',
        {},
        { matters: [] },
        's.25(1)(d)',
        /what the support could help with/,
      ],
      [
        'without advice to reduce needs',
        {},
        { adviceReduce: ' ' },
        's.25(1)(f)(i)',
        /meet or reduce/,
      ],
      [
        'without advice to prevent needs',
        {},
        { advicePrevent: null },
        's.25(1)(f)(ii)',
        /prevent or delay/,
      ],
    ]
  for (const [name, changed, plan, ref, words] of rows) {
    it(name, () => {
      const faults = faultsOf(changed, plan)
      assert.deepEqual(
        faults.map((fault) => fault.ref),
        [ref],
        faults.map((fault) => fault.words).join(' | '),
      )
      assert.match(faults[0]?.words ?? '', words)
      assert.equal(canBeAgreed(faults), false)
    })
  }

  it('and an empty one is told everything at once, in the order of its page', () => {
    const empty = { needs: [], goals: [], actions: [], payments: [] }
    const plan = {
      assessmentId: null,
      matters: [],
      adviceReduce: null,
      advicePrevent: null,
      budgetPence: null,
      contingency: {},
    }
    assert.deepEqual(
      faultsOf(empty, plan).map((fault) => fault.part),
      [
        'needs',
        'needs',
        'goals',
        'support',
        'budget',
        'matters',
        'advice',
        'advice',
        'contingency',
      ],
    )
  })
})

describe('a plan may be agreed, with a word of advice', () => {
  it('where another council must meet the needs, which this one may', () => {
    const reason = 'The adult lives in Shropshire.'
    const faults = faultsOf({ responsibility: { answer: 'another', ref: 's.13(4)(b)', reason } })
    assert.equal(canBeAgreed(faults), true)
    assert.match(faults[0]?.words ?? '', /Agree with the other council .* in Shropshire/)
    const ours = { answer: 'ours', ref: 's.13(4)(b)', reason: 'Here.' } as const
    assert.deepEqual(faultsOf({ responsibility: ours }), [])
  })

  it('where a line has no date', () => {
    const faults = faultsOf({ actions: [{ ...whole.actions[0]!, dueOn: null }] })
    assert.match(faults[0]?.words ?? '', /Say by when/)
    assert.equal(canBeAgreed(faults), true)
  })

  it('where nobody was asked who would step in', () => {
    const faults = faultsOf({}, { contingency: {} })
    assert.match(faults[0]?.words ?? '', /who would step in/)
    assert.equal(canBeAgreed(faults), true)
  })

  it('but not where the carer wants no arrangements', () => {
    assert.deepEqual(faultsOf({}, { contingency: { declined: true } }), [])
  })
})

describe('the plan of a young carer or a parent carer', () => {
  for (const kind of ['young_carer', 'parent_carer'] as const) {
    it(`needs no eligibility, budget or section 25 advice: ${kind}`, () => {
      const plan = {
        kind,
        assessmentId: null,
        budgetPence: null,
        matters: [],
        adviceReduce: null,
        advicePrevent: null,
      }
      const needs = whole.needs.map((need) => ({ ...need, eligible: null }))
      assert.deepEqual(faultsOf({ needs }, plan), [])
    })

    it(`needs goals and support all the same: ${kind}`, () => {
      const faults = faultsOf({ goals: [], actions: [], payments: [] }, { kind })
      assert.deepEqual(
        faults.map((fault) => fault.part),
        ['goals', 'support'],
      )
    })
  }
})

describe('the steps of a plan', () => {
  const rows: readonly [PlanState, PlanStep, PlanState | null][] = [
    ['draft', 'agree', 'agreed'],
    ['agreed', 'agree', null],
    ['agreed', 'replace', 'replaced'],
    ['draft', 'replace', null],
    ['agreed', 'end', 'ended'],
    ['draft', 'end', 'ended'],
    ['replaced', 'end', null],
    ['ended', 'agree', null],
  ]
  for (const [from, step, to] of rows) {
    it(`${from}, ${step}: ${to ?? 'cannot be'}`, () => {
      assert.equal(afterStep(from, step), to)
    })
  }
})

describe('each fault leads to the field that mends it', () => {
  const rows: readonly [string, Partial<WholePlan>, Partial<WholePlan['plan']>, string][] = [
    ['no assessment', {}, { assessmentId: null }, '#rests-on'],
    ['no advice to reduce', {}, { adviceReduce: ' ' }, 'advice#adviceReduce'],
    ['no advice to prevent or delay', {}, { advicePrevent: null }, 'advice#advicePrevent'],
    ['no matters', {}, { matters: [] }, 'advice#matters'],
    ['no budget', {}, { budgetPence: null }, 'budget#budgetPence'],
    ['no contingency', {}, { contingency: {} }, 'contingency#name1'],
    ['no goal', { goals: [] }, {}, 'goals/new#words'],
    [
      'a goal that was not asked about',
      { goals: [{ ...whole.goals[0]!, answerBefore: null }] },
      {},
      `goals/${whole.goals[0]!.id}#answerBefore`,
    ],
    [
      'a line without its first day',
      { actions: [{ ...whole.actions[0]!, startsOn: null }] },
      {},
      `support/${whole.actions[0]!.id}#startsOn-day`,
    ],
    [
      'a line that costs something and says not who pays',
      { actions: [{ ...whole.actions[0]!, paidBy: null, costPence: 1 }] },
      { budgetPence: 300_01, authorityPaysPence: 300_01 },
      `support/${whole.actions[0]!.id}#paidBy`,
    ],
  ]
  for (const [name, changed, plan, at] of rows)
    it(name, () => {
      assert.deepEqual(
        faultsOf(changed, plan).map((fault) => fault.at),
        [at],
      )
    })
})
