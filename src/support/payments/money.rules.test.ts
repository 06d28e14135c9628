import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { balanceOf, mayRecover } from './balance.rules.ts'
import { rowsOfFigure, stillToCome, sumOfFigure, yearDays } from './budget-year.rules.ts'
import { type Candidate, instalmentsDue, whyNotPaid } from './instalments.rules.ts'
import { type AgreementWay, conditionsOf, mustPay } from './payment-conditions.rules.ts'
import { bacsText, paymentFile } from './payment-file.rules.ts'
import { usualLimits } from './payment-limits.rules.ts'
import { frequencies, type Frequency } from './payment.ts'
import { largestReceipt, receiptsFrom } from './receipts.rules.ts'
import { mayAgree, mayApproveRun } from './run.rules.ts'

const day = isoDate('2018-01-31')

describe('the days of a payment', () => {
  const rows: readonly [Frequency, string, readonly string[]][] = [
    ['once', '2019-12-31', ['2018-01-31']],
    ['weekly', '2018-02-14', ['2018-01-31', '2018-02-07', '2018-02-14']],
    ['every_four_weeks', '2018-03-28', ['2018-01-31', '2018-02-28', '2018-03-28']],
    ['monthly', '2018-04-30', ['2018-01-31', '2018-02-28', '2018-03-31', '2018-04-30']],
    ['yearly', '2020-01-31', ['2018-01-31', '2019-01-31', '2020-01-31']],
    ['weekly', '2018-01-30', []],
  ]
  for (const [frequency, upTo, days] of rows) {
    it(`${frequency} from 31 January up to ${upTo}`, () => {
      const due = instalmentsDue({ frequency, startsOn: day, endsOn: null }, isoDate(upTo))
      assert.deepEqual(
        due.map(({ dueOn }) => dueOn),
        days,
      )
    })
  }

  it('end with its last day', () => {
    const calendar = { frequency: 'weekly', startsOn: day, endsOn: isoDate('2018-02-10') } as const
    assert.equal(instalmentsDue(calendar, isoDate('2030-01-01')).length, 2)
  })

  it('gathered in two goes are those gathered in one, each number once', () => {
    const often = fc.constantFrom(...(Object.keys(frequencies) as Frequency[]))
    const days = fc.integer({ min: 0, max: 800 })
    fc.assert(
      fc.property(often, days, days, (frequency, one, more) => {
        const calendar = { frequency, startsOn: day, endsOn: null }
        const on = (count: number) =>
          isoDate(Temporal.PlainDate.from(day).add({ days: count }).toString())
        const first = instalmentsDue(calendar, on(one))
        const rest = instalmentsDue(calendar, on(one + more), first.at(-1)?.number ?? 0)
        assert.deepEqual([...first, ...rest], instalmentsDue(calendar, on(one + more)))
      }),
    )
  })
})

const candidate: Candidate = {
  id: 'a',
  personId: 'p',
  organisationId: 1,
  planId: 'plan',
  kind: 'one_off',
  basis: 'direct_payment',
  amountPence: 300_00,
  frequency: 'once',
  agreedOn: day,
  agreedBy: 'mo',
  proposedBy: 'jo',
  startsOn: null,
  endsOn: null,
  planState: 'agreed',
  agreementMet: true,
  payeeId: 'e',
  paidTo: 0,
  again: [],
  cameBack: [],
}

describe('why a payment may not go out', () => {
  const rows: readonly [string, Partial<Candidate>, RegExp | null][] = [
    ['nothing stands in the way', {}, null],
    ['agreed in the plan within the limit', { agreedBy: 'jo' }, null],
    ['above the limit by one person', { agreedBy: 'jo', amountPence: 500_01 }, /Nobody but who/],
    ['without a plan by one person', { agreedBy: 'jo', planId: null }, /Nobody but who/],
    ['agreed by nobody known', { agreedBy: null, planId: null }, /Nobody but who/],
    ['the plan is a draft', { planState: 'draft' }, /plan is not agreed/],
    ['no agreement', { agreementMet: null }, /No direct payment agreement/],
    ['a condition is not met', { agreementMet: false }, /conditions.*not all met/],
    ['a grant needs no agreement', { basis: 'prevention_grant', agreementMet: null }, null],
    ['nowhere to pay it', { payeeId: null }, /no bank details/],
  ]
  for (const [name, change, why] of rows) {
    it(name, () => {
      const answer = whyNotPaid({ ...candidate, ...change }, usualLimits)
      if (why === null) assert.equal(answer, null)
      else assert.match(answer ?? '', why)
    })
  }
})

describe('the conditions of a direct payment', () => {
  for (const way of ['own', 'nominee', 'authorised'] as AgreementWay[]) {
    it(`${way}: all met, it must be paid; any one not, it is refused with that one`, () => {
      const all = Object.fromEntries(
        conditionsOf(way).map(({ id }) => [id, { met: true, reason: 'Yes' }]),
      )
      assert.equal(mustPay(way, all).ok, true)
      for (const { id } of conditionsOf(way)) {
        const answer = mustPay(way, { ...all, [id]: { met: false, reason: 'Not so' } })
        assert.deepEqual(answer.ok ? null : [answer.error.id, answer.error.reason], [id, 'Not so'])
        const { [id]: _, ...rest } = all
        assert.equal(mustPay(way, rest).ok, false)
      }
    })
  }
  it('section 31 has four, section 32 five', () => {
    assert.deepEqual([conditionsOf('own').length, conditionsOf('authorised').length], [4, 5])
  })
})

describe('who may let money go', () => {
  const manager = { duties: ['manager'], accountId: 'mo' }
  const assessor = { duties: ['assessor'], accountId: 'jo' }
  const council = { duties: ['council_practitioner'], accountId: 'co' }
  it('a manager agrees up to their limit over a year, more is the council’s', () => {
    const large = { amountPence: 1_000_00, frequency: 'monthly' } as const
    assert.equal(mayAgree({ ...large, amountPence: 800_00 }, manager, usualLimits).ok, true)
    const not = mayAgree(large, manager, usualLimits)
    assert.match(not.ok ? '' : not.error, /up to £10,000 a year, and this one comes to £12,000/)
    assert.equal(mayAgree(large, council, usualLimits).ok, true)
    assert.equal(mayAgree({ amountPence: 1, frequency: 'once' }, assessor, usualLimits).ok, false)
  })
  const runs: readonly [string, number, number, typeof manager, string, boolean][] = [
    ['a small run alone', 2, 1_000_00, manager, 'mo', true],
    ['a penny more alone', 2, 1_000_01, manager, 'mo', false],
    ['by a second person', 2, 1_000_01, manager, 'ann', true],
    ['above a manager’s limit', 2, 250_000_01, manager, 'ann', false],
    ['above it by the council', 2, 250_000_01, council, 'ann', true],
    ['nothing', 0, 0, council, 'ann', false],
    ['an assessor', 1, 1, assessor, 'ann', false],
  ]
  for (const [name, lines, sumPence, actor, begunBy, may] of runs) {
    it(`a run: ${name}`, () => {
      assert.equal(mayApproveRun({ lines, sumPence, begunBy }, actor, usualLimits).ok, may)
    })
  }
})

describe('the file', () => {
  const run = {
    reference: 'PAY-7F3KM-9',
    authorityCode: 'worcestershire',
    payOn: isoDate('2018-04-06'),
  }
  const digits = (length: number) =>
    fc.string({
      unit: fc.integer({ min: 0, max: 9 }).map(String),
      minLength: length,
      maxLength: length,
    })
  const line = fc.record({
    id: fc.uuid(),
    sortCode: digits(6),
    accountNumber: digits(8),
    accountName: fc.string({ unit: 'binary' }),
    rollNumber: fc.constantFrom(null, 'D/2071'),
    amountPence: fc.integer({ min: 1, max: 2_147_483_647 }),
  })

  it('holds each line once with its pence, and totals that are their sum, whatever the amounts and names', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { text, count, sumPence } = paymentFile(run, lines)
        const rows = text.split('\r\n').map((row) => row.split(','))
        const body = rows.filter(([kind]) => kind === 'D')
        const sum = body.reduce((all, cells) => all + BigInt(cells[4]!), 0n)
        assert.deepEqual(
          body.map((cells) => [cells.length, cells[7], Number(cells[4])]),
          lines.map(({ id, amountPence }) => [8, id, amountPence]),
        )
        const totals = rows.find(([kind]) => kind === 'T')!
        assert.deepEqual([totals[1], totals[2]], [String(lines.length), String(sum)])
        assert.deepEqual([count, BigInt(sumPence)], [lines.length, sum])
        assert.match(text, /^[\x20-\x7e\r\n]*$/)
      }),
    )
  })

  it('changes its hash with any penny', () => {
    const of = {
      id: 'x',
      sortCode: '089999',
      accountNumber: '66374958',
      accountName: 'A',
      rollNumber: null,
    }
    const [one, other] = [1, 2].map(
      (amountPence) => paymentFile(run, [{ ...of, amountPence }]).hash,
    )
    assert.notEqual(one, other)
  })

  const names: readonly [string, string][] = [
    ['Siân O’Brien-Lloyd', 'SIAN OBRIEN-LLOYD'],
    ['=HYPERLINK("x")', 'HYPERLINK X'],
    ['Mr & Mrs B. Smith, the longest of names', 'MR & MRS B. SMITH'],
    ['漢字', ''],
  ]
  for (const [typed, sent] of names)
    it(`writes ${typed} as ${sent}`, () => assert.equal(bacsText(typed), sent))
})

describe('what stands of a payment', () => {
  it('is what went out, less what was spent, repaid and written off', () => {
    const pence = fc.integer({ min: 0, max: 1_000_00 })
    fc.assert(
      fc.property(fc.array(pence), fc.array(pence), pence, pence, (paid, spent, back, off) => {
        const balance = balanceOf({
          instalments: paid.map((amountPence) => ({
            amountPence,
            paidOn: '2018-04-06',
            returnedOn: null,
          })),
          returns: spent.map((spentPence) => ({ spentPence })),
          recovery: [
            { step: 'asked', amountPence: back + off },
            { step: 'repaid', amountPence: back },
            { step: 'written_off', amountPence: off },
          ],
        })
        assert.equal(
          balance.paid,
          balance.spent + balance.unspent + balance.repaid + balance.writtenOff,
        )
        assert.equal(balance.owed, 0)
      }),
    )
  })
  const balance = balanceOf({
    instalments: [
      { amountPence: 300_00, paidOn: '2018-04-06', returnedOn: null },
      { amountPence: 300_00, paidOn: '2018-04-06', returnedOn: '2018-04-10' },
      { amountPence: 300_00, paidOn: null, returnedOn: null },
    ],
    returns: [{ spentPence: 220_00 }],
    recovery: [{ step: 'asked', amountPence: 50_00 }],
  })
  const rows: readonly [Parameters<typeof mayRecover>[0], number, RegExp | null][] = [
    ['asked', 30_00, null],
    ['asked', 30_01, /£30 or less/],
    ['repaid', 50_00, null],
    ['repaid', 50_01, /£50 or less/],
    ['written_off', 50_01, /£50 or less/],
  ]
  for (const [step, amount, why] of rows) {
    it(`${step} ${amount}p of £80 unspent, £50 asked: ${why === null ? 'taken' : 'refused'}`, () => {
      const may = mayRecover(step, amount, balance)
      if (why === null) assert.ok(may.ok)
      else assert.match(may.ok ? '' : may.error, why)
    })
  }
})

describe('a receipt', () => {
  const pdf = Buffer.from('%PDF-1.7')
  const rows: readonly [string, readonly { name: string; bytes: Buffer }[], RegExp | null][] = [
    ['a PDF is kept', [{ name: 'a.pdf', bytes: pdf }], null],
    ['none is none', [], null],
    ['an empty file', [{ name: 'a.pdf', bytes: Buffer.alloc(0) }], /is empty/],
    [
      'a page that calls itself a PDF',
      [{ name: 'a.pdf', bytes: Buffer.from('<html>') }],
      /must be a PDF/,
    ],
    [
      'one too large',
      [{ name: 'a.pdf', bytes: Buffer.alloc(largestReceipt + 1) }],
      /smaller than 5MB/,
    ],
    [
      'eleven',
      Array.from({ length: 11 }, () => ({ name: 'a.pdf', bytes: pdf })),
      /10 receipts or fewer/,
    ],
  ]
  for (const [name, files, why] of rows) {
    it(`${name}: ${why === null ? 'taken' : 'refused'}`, () => {
      const read = receiptsFrom(files)
      if (why === null) assert.ok(read.ok)
      else assert.match(read.ok ? '' : read.error, why)
    })
  }
})

describe('a year’s money', () => {
  const weekly = {
    ...candidate,
    name: 'Ann',
    kind: 'recurring',
    frequency: 'weekly',
    amountPence: 10_00,
  } as const
  const payment = { ...weekly, startsOn: isoDate('2018-03-21') }
  it('to come is what falls in the year, and what is overdue counts to the year of today', () => {
    const today = isoDate('2018-04-03')
    assert.equal(stillToCome({ ...payment, endsOn: isoDate('2018-04-11') }, 2018, today).length, 4)
    assert.equal(stillToCome(payment, 2017, today).length, 0)
    assert.deepEqual(yearDays(2018), { from: '2018-04-01', to: '2019-03-31' })
  })
  it('forecast is paid and committed together', () => {
    const [row] = stillToCome(payment, 2018, isoDate('2018-04-03'))
    const rows = [row!, { ...row!, figure: 'paid' as const, amountPence: 7_00 }]
    assert.deepEqual(
      (['paid', 'committed', 'forecast'] as const).map((figure) => sumOfFigure(rows, figure)),
      [7_00, 10_00, 17_00],
    )
    assert.equal(rowsOfFigure(rows, 'forecast').length, 2)
  })
})
