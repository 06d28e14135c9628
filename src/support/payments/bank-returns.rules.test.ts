import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import {
  matchReturns,
  mayPayAgain,
  type PaidLine,
  readReturnLines,
  returnReason,
} from './bank-returns.rules.ts'

const today = isoDate('2018-04-12')
const paid: PaidLine = {
  instalmentId: 'i1',
  paymentId: 'p1',
  personId: 'c1',
  organisationId: 4,
  reference: 'PAY-7F3KM-9 1',
  amountPence: 1250_50,
  paidOn: isoDate('2018-04-06'),
  returnedOn: null,
}

const heading = 'Reference,Amount,Reason code,Date'
const linesOf = (...lines: string[]) => {
  const read = readReturnLines([heading, ...lines].join('\r\n'))
  assert.ok(read.ok)
  return read.value
}
const whyNot = (line: string, known: readonly PaidLine[] = [paid]) =>
  matchReturns(linesOf(line), known, today).refused[0]?.why ?? ''

describe('a file of returned payments', () => {
  it('is read by its headings, in any order, and each line brings one payment back', () => {
    const read = readReturnLines(
      '﻿date,code,amount,beneficiary reference\n10/04/2018,5,"1,250.50",pay-7f3km-9 1\n',
    )
    assert.ok(read.ok)
    assert.deepEqual(matchReturns(read.value, [paid], today), {
      taken: [
        {
          instalmentId: 'i1',
          paymentId: 'p1',
          personId: 'c1',
          organisationId: 4,
          amountPence: 1250_50,
          reasonCode: '5',
          returnedOn: '2018-04-10',
        },
      ],
      refused: [],
    })
  })

  const noFile: readonly [string, string, RegExp][] = [
    ['nothing', '', /no payments in it/],
    ['headings alone', heading, /no payments in it/],
    ['another table', 'a,b\n1,2', /Missing: reference, amount, reason/],
    ['an open quotation mark', `${heading}\n"PAY`, /cannot be read as CSV/],
    ['too many lines', `${heading}\n${'x,1,5,\n'.repeat(20_001)}`, /more than 20,000 lines/],
  ]
  for (const [name, text, words] of noFile) {
    it(`is refused as a whole where it is ${name}`, () => {
      const read = readReturnLines(text)
      assert.match(read.ok ? '' : read.error, words)
    })
  }

  const refusals: readonly [string, string, readonly PaidLine[], RegExp][] = [
    ['without a reference', ',1250.50,5,', [paid], /no reference/],
    ['of no payment', 'PAY-AAAAA-1 1,1250.50,5,', [paid], /No payment went out/],
    ['with another amount', 'PAY-7F3KM-9 1,1250.51,5,', [paid], /not what was paid: £1,250.50/],
    ['with less than nothing', 'PAY-7F3KM-9 1,-1250.50,5,', [paid], /must be in pounds/],
    ['with nothing', 'PAY-7F3KM-9 1,0,5,', [paid], /must be in pounds/],
    ['without a reason', 'PAY-7F3KM-9 1,1250.50,,', [paid], /no reason code/],
    ['with no day', 'PAY-7F3KM-9 1,1250.50,5,31/02/2018', [paid], /The date must be like/],
    ['of tomorrow', 'PAY-7F3KM-9 1,1250.50,5,2018-04-13', [paid], /in the future/],
    ['before it was paid', 'PAY-7F3KM-9 1,1250.50,5,2018-04-05', [paid], /before the payment went/],
    ['not paid yet', 'PAY-7F3KM-9 1,1250.50,5,', [{ ...paid, paidOn: null }], /not marked as paid/],
    [
      'that came back before',
      'PAY-7F3KM-9 1,1250.50,5,',
      [{ ...paid, returnedOn: isoDate('2018-04-10') }],
      /came back already, on 10 April 2018/,
    ],
    [
      'that fits two',
      'PAY-7F3KM-9 1,1250.50,5,',
      [paid, { ...paid, instalmentId: 'i2' }],
      /2 payments have this reference and amount/,
    ],
  ]
  for (const [name, line, known, words] of refusals)
    it(`refuses a line ${name}`, () => assert.match(whyNot(line, known), words))

  it('takes a payment that stands in it twice once, and says which line was first', () => {
    const line = 'PAY-7F3KM-9 1,1250.50,5,'
    const { taken, refused } = matchReturns(linesOf(line, line), [paid], today)
    assert.equal(taken.length, 1)
    assert.deepEqual(refused, [
      {
        line: 3,
        reference: 'PAY-7F3KM-9 1',
        why: 'Line 2 of this file is about the same payment already',
      },
    ])
  })

  it('gives each line one answer and each payment at most one return, whatever it holds', () => {
    const known = [1, 2, 3].map((n) => ({
      ...paid,
      instalmentId: `i${n}`,
      reference: `PAY-7F3KM-9 ${n}`,
    }))
    const line = fc.record({
      reference: fc.constantFrom('PAY-7F3KM-9 1', 'PAY-7F3KM-9 2', 'PAY-7F3KM-9 9', ''),
      amount: fc.constantFrom('1250.50', '1', 'x'),
      reason: fc.constantFrom('5', 'B', ''),
      returnedOn: fc.constantFrom('', '2018-04-10', '2019-01-01'),
    })
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const numbered = lines.map((one, at) => ({ ...one, line: at + 2 }))
        const { taken, refused } = matchReturns(numbered, known, today)
        assert.equal(taken.length + refused.length, lines.length)
        assert.equal(new Set(taken.map(({ instalmentId }) => instalmentId)).size, taken.length)
      }),
    )
  })
})

it('a code that nobody here knows is given as the bank gave it', () => {
  assert.match(returnReason('B').label, /closed/)
  assert.match(returnReason('ZZ').label, /“ZZ”/)
})

it('a payment never goes again to the account that it came back from', () => {
  const of = { paymentState: 'agreed', paidInto: 'a', payeeNow: 'b' }
  assert.equal(mayPayAgain(of).ok, true)
  assert.equal(mayPayAgain({ ...of, payeeNow: 'a' }).ok, false)
  assert.equal(mayPayAgain({ ...of, payeeNow: null }).ok, false)
  assert.equal(mayPayAgain({ ...of, paymentState: 'cancelled' }).ok, false)
})
