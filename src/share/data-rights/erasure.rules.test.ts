import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import {
  keepReasons,
  whyErasureNotSigned,
  whyNotErasedOnRequest,
  type ErasureFacts,
} from './erasure.rules.ts'

const today = isoDate('2026-06-30')
const facts = (change: Partial<ErasureFacts> = {}): ErasureFacts => ({
  born: isoDate('1960-01-01'),
  diedOn: null,
  kinds: ['adult_carer'],
  lastSupportEnd: null,
  lastContact: isoDate('2026-01-05'),
  hadCase: false,
  lastPayment: null,
  openSafeguarding: false,
  lastSafeguarding: null,
  openRequest: false,
  lastRequest: null,
  held: false,
  inUse: false,
  ...change,
})
const steps = ['identity_checked', 'lead_signed'] as const
const asked = { state: 'open', steps }

const cases: readonly (readonly [string, Partial<ErasureFacts>, RegExp | null])[] = [
  ['a contact alone may end before its time', {}, null],
  ['an assessed carer’s record is kept its eight years', { hadCase: true }, /8 years/],
  [
    'an assessed carer’s record whose time is over may end',
    { hadCase: true, lastContact: isoDate('2017-01-01') },
    null,
  ],
  ['a record under a hold is kept', { held: true }, /legal hold/],
  ['a record in use is kept', { inUse: true }, /We work with them/],
  ['payments are kept six years', { lastPayment: isoDate('2025-05-01') }, /budgets: 6 years/],
  ['an open concern keeps it', { openSafeguarding: true }, /A concern is open/],
  ['another open request keeps it', { openRequest: true }, /A data request is open/],
  [
    'a young carer’s record is kept to the 25th birthday',
    { kinds: ['young_carer'], born: isoDate('2010-02-02') },
    /25th birthday/,
  ],
]

for (const [name, change, expected] of cases)
  test(name, () => {
    const why = whyNotErasedOnRequest(asked, facts(change), today)
    if (expected === null) assert.equal(why, null)
    else assert.match(why ?? '', expected)
  })

test('a schedule that does not bar is told all the same', () => {
  const [only, ...more] = keepReasons(facts(), today)
  assert.deepEqual(more, [])
  assert.equal(only?.bars, false)
  assert.equal(only?.until, '2028-01-06')
})

test('nothing is erased before it is known who asks, the lead has agreed, and while it is open', () => {
  const why = (of: Parameters<typeof whyNotErasedOnRequest>[0]) =>
    whyNotErasedOnRequest(of, facts(), today)
  assert.match(why({ state: 'open', steps: ['lead_signed'] }) ?? '', /how you know who asks/)
  assert.match(why({ state: 'open', steps: ['identity_checked'] }) ?? '', /lead has not agreed/)
  assert.equal(why({ state: 'agreed', steps }), 'This request is closed')
})

test('the lead agrees to no erasure while a concern is open', () => {
  assert.equal(whyErasureNotSigned(asked, facts()), null)
  assert.match(whyErasureNotSigned(asked, facts({ openSafeguarding: true })) ?? '', /concern/)
  assert.match(whyErasureNotSigned({ state: 'open', steps: [] }, facts()) ?? '', /who asks/)
})
