import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate } from '#platform/lib/dates.ts'
import { lastDay, sharedPurposes } from './agreement.ts'
import { type Given, lasts, mayKnow, withIdentity } from './agreement.rules.ts'

const today = isoDate('2018-04-03')
const given = (change: Partial<Given>): Given => ({
  organisationId: 1,
  purposes: ['identity'],
  until: null,
  endedOn: null,
  ...change,
})

const cases: readonly [string, Partial<Given>, boolean][] = [
  ['without a last day', {}, true],
  ['on its last day', { until: '2018-04-03' }, true],
  ['the day after', { until: '2018-04-02' }, false],
  ['ended today', { endedOn: '2018-04-03' }, false],
  ['ended although it had long to run', { until: '2020-01-01', endedOn: '2018-01-01' }, false],
]
for (const [when, change, holds] of cases) {
  test(`an agreement ${holds ? 'holds' : 'does not hold'} ${when}`, () =>
    assert.equal(lasts(given(change), today), holds))
}

test('whoever may know of the emergency plan may know whom it is about', () => {
  assert.deepEqual(withIdentity(['emergency']), ['identity', 'emergency'])
  assert.deepEqual(withIdentity(['assessment', 'identity']), ['identity', 'assessment'])
})

test('an agreement runs to the same day some months on, or without end', () => {
  assert.equal(lastDay('six_months', isoDate('2018-08-31')), '2019-02-28')
  assert.equal(lastDay('one_year', today), '2019-04-03')
  assert.equal(lastDay('two_years', today), '2020-04-03')
  assert.equal(lastDay('until_ended', today), null)
})

const anyGiven = fc.record({
  organisationId: fc.integer({ min: 1, max: 3 }),
  purposes: fc.subarray([...sharedPurposes, 'outcome']),
  until: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days))),
  endedOn: fc.option(fc.constant(today)),
})
const of = { organisationId: 1, today }

test('an organisation knows nothing that no lasting agreement with it names', () =>
  fc.assert(
    fc.property(fc.array(anyGiven), (all) => {
      for (const purpose of mayKnow(all, of)) {
        assert.ok(
          all.some(
            (each) =>
              each.organisationId === 1 &&
              each.endedOn === null &&
              (each.until === null || each.until >= today) &&
              each.purposes.includes(purpose),
          ),
        )
      }
    }),
  ))

test('a further agreement never takes away, and ending one never gives', () =>
  fc.assert(
    fc.property(fc.array(anyGiven), anyGiven, (all, more) => {
      const before = new Set(mayKnow(all, of))
      const after = new Set(mayKnow([...all, more], of))
      const ended = new Set(mayKnow([...all, { ...more, endedOn: today }], of))
      assert.ok(before.isSubsetOf(after))
      assert.deepEqual(ended, before)
    }),
  ))

test('what other organisations were agreed says nothing about this one, in whatever order', () =>
  fc.assert(
    fc.property(fc.array(anyGiven), (all) => {
      const own = all.filter(({ organisationId }) => organisationId === 1)
      assert.deepEqual(mayKnow(all, of), mayKnow(own, of))
      assert.deepEqual(mayKnow(all.toReversed(), of), mayKnow(all, of))
    }),
  ))

test('outcome of a referral opens no record', () =>
  assert.deepEqual(mayKnow([given({ purposes: ['outcome'] })], of), []))
