import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expiryOf, mostTimesSent, notAgain, type Sent, standingOf } from './invitation.rules.ts'

const now = '2018-04-03T12:00:00Z'
const sent: Sent = { state: 'sent', expiresAt: '2018-04-03T12:00:01Z', timesSent: 1 }

for (const [name, given, expected] of [
  ['a link in time', {}, 'open'],
  ['a link at its last moment', { expiresAt: now }, 'expired'],
  ['one that a second administrator has not seen', { state: 'to_confirm' }, 'waiting'],
  ['one that was accepted, however late', { state: 'accepted', expiresAt: null }, 'accepted'],
  ['one that was withdrawn', { state: 'withdrawn' }, 'withdrawn'],
] as const) {
  test(`how an invitation stands: ${name}`, () => {
    assert.equal(standingOf({ ...sent, ...given }, now), expected)
  })
}

for (const [name, given, expected] of [
  ['sent once', {}, null],
  [
    'sent so often that the address is likely wrong',
    { timesSent: mostTimesSent },
    /check the address/,
  ],
  ['accepted', { state: 'accepted' }, /accepted already/],
  ['withdrawn', { state: 'withdrawn' }, /invite the person again/],
  ['waiting', { state: 'to_confirm' }, /second administrator/],
] as const) {
  test(`whether an invitation can be sent again: ${name}`, () => {
    const why = notAgain({ ...sent, ...given })
    if (expected === null) assert.equal(why, null)
    else assert.match(why ?? '', expected)
  })
}

test('a link works for a week', () => {
  assert.equal(expiryOf(now), '2018-04-10T12:00:00Z')
})
