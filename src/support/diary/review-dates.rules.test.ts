import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import {
  directPaymentReview,
  firstReview,
  reviewOnRequest,
  reviewStanding,
  yearlyReview,
} from './review-dates.rules.ts'

describe('the first review', () => {
  const rows: readonly [string, string, string, string][] = [
    ['an ordinary month', '2018-03-01', '2018-04-12', '2018-04-26'],
    ['over the end of a year', '2017-12-01', '2018-01-12', '2018-01-26'],
    ['over 29 February', '2020-01-31', '2020-03-13', '2020-03-27'],
    ['over the end of February without a 29th', '2019-01-31', '2019-03-14', '2019-03-28'],
  ]
  for (const [name, agreed, from, on] of rows) {
    it(`is due six to eight weeks after the agreement: ${name}`, () => {
      const dates = firstReview(isoDate(agreed))
      assert.deepEqual([dates.dueFrom, dates.dueOn], [from, on])
      assert.match(dates.ref, /statutory guidance/)
    })
  }
})

describe('the yearly review', () => {
  const rows: readonly [string, string, string][] = [
    ['the same day of the next year', '2018-04-20', '2019-04-20'],
    ['the end of February after a 29 February', '2020-02-29', '2021-02-28'],
    ['28 February stays 28 February in a leap year', '2019-02-28', '2020-02-28'],
  ]
  for (const [name, last, on] of rows) {
    it(`is due within twelve months: ${name}`, () => {
      assert.equal(yearlyReview(isoDate(last)).dueOn, on)
    })
  }
})

describe('the review of a direct payment', () => {
  const rows: readonly [string, string, string | null, boolean, string | null][] = [
    ['six months after the first payment', '2018-02-07', null, false, '2018-08-07'],
    [
      'six months from the end of August is the end of February',
      '2017-08-31',
      null,
      false,
      '2018-02-28',
    ],
    ['the end of a leap February', '2019-08-31', null, true, '2020-02-29'],
    ['a one-off payment that was reviewed needs no more', '2018-02-07', '2018-06-01', false, null],
    [
      'payments that go on are reviewed within twelve months',
      '2018-02-07',
      '2018-06-01',
      true,
      '2019-06-01',
    ],
  ]
  for (const [name, paid, reviewed, ongoing, on] of rows) {
    it(name, () => {
      const lastReviewedOn = reviewed === null ? null : isoDate(reviewed)
      const dates = directPaymentReview({ firstPaidOn: isoDate(paid), lastReviewedOn, ongoing })
      assert.equal(dates?.dueOn ?? null, on)
      if (dates) assert.equal(dates.ref, 'SI 2014/2871 reg 7(1)(a)')
    })
  }
})

describe('a review that was asked for', () => {
  it('is due within four weeks, or as the authority promises', () => {
    assert.equal(reviewOnRequest(isoDate('2018-03-29'), 'asked_for').dueOn, '2018-04-26')
    assert.equal(reviewOnRequest(isoDate('2018-03-29'), 'change', 14).dueOn, '2018-04-12')
  })
})

describe('how a review stands', () => {
  const first = { dueFrom: isoDate('2018-03-09'), dueOn: isoDate('2018-03-23') }
  const yearly = { dueFrom: null, dueOn: isoDate('2018-03-23') }
  const rows: readonly [
    string,
    { dueFrom: IsoDate | null; dueOn: IsoDate },
    string,
    string,
    string,
  ][] = [
    [
      'before its first day',
      first,
      '2018-03-08',
      'later',
      'Between 9 March 2018 and 23 March 2018',
    ],
    ['on its first day', first, '2018-03-09', 'due', 'Due by Friday 23 March 2018'],
    ['on its last day', first, '2018-03-23', 'due', 'Due today'],
    ['a day late', first, '2018-03-24', 'overdue', '1 day overdue'],
    ['twelve days late', first, '2018-04-04', 'overdue', '12 days overdue'],
    ['five weeks before a yearly one', yearly, '2018-02-16', 'later', 'By 23 March 2018'],
    ['four weeks before a yearly one', yearly, '2018-02-23', 'due', 'Due by Friday 23 March 2018'],
  ]
  for (const [name, review, today, state, words] of rows) {
    it(name, () => {
      assert.deepEqual(reviewStanding(review, isoDate(today)), { state, words })
    })
  }
})

describe('whatever the day', () => {
  const day = fc
    .integer({ min: 0, max: 36_524 })
    .map((days) => addDays(isoDate('2000-01-01'), days))

  it('the first review opens 42 and closes 56 days after the agreement', () => {
    fc.assert(
      fc.property(day, (agreed) => {
        const { dueFrom, dueOn } = firstReview(agreed)
        assert.equal(daysBetween(agreed, dueFrom ?? agreed), 42)
        assert.equal(daysBetween(agreed, dueOn), 56)
      }),
    )
  })

  it('a yearly review is never more than 366 and a direct payment’s never more than 184 days away', () => {
    fc.assert(
      fc.property(day, (last) => {
        const yearly = daysBetween(last, yearlyReview(last).dueOn)
        assert.ok(yearly >= 365 && yearly <= 366)
        const payment = directPaymentReview({
          firstPaidOn: last,
          lastReviewedOn: null,
          ongoing: true,
        })
        const days = daysBetween(last, payment?.dueOn ?? last)
        assert.ok(days >= 181 && days <= 184, `${days} days`)
      }),
    )
  })

  it('a later review is never due before an earlier one', () => {
    fc.assert(
      fc.property(day, fc.nat(800), (first, apart) => {
        assert.ok(yearlyReview(first).dueOn <= yearlyReview(addDays(first, apart)).dueOn)
      }),
    )
  })

  it('a review is overdue exactly when its last day is past', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (dueOn, apart) => {
        const standing = reviewStanding({ dueFrom: null, dueOn }, addDays(dueOn, apart))
        assert.equal(standing.state === 'overdue', apart > 0)
      }),
    )
  })
})
