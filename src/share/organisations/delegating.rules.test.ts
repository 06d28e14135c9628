import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { canEnd, overlap } from './delegating.rules.ts'

const term = (since: string, until: string | null, organisationId = 1) => ({
  organisationId,
  since: isoDate(since),
  until: until === null ? null : isoDate(until),
})

for (const [name, one, other, expected] of [
  ['one after the other', term('2018-04-01', '2018-04-30'), term('2018-05-01', null), false],
  [
    'one that begins on the last day',
    term('2018-04-01', '2018-05-01'),
    term('2018-05-01', null),
    true,
  ],
  ['one without an end', term('2018-04-01', null), term('2019-04-01', null), true],
  ['two organisations', term('2018-04-01', null), term('2018-04-01', null, 2), false],
] as const) {
  test(`delegations hold on one day or not: ${name}`, () => {
    assert.equal(overlap(one, other), expected)
    assert.equal(overlap(other, one), expected)
  })
}

for (const [name, one, on, expected] of [
  ['in force', term('2018-04-01', null), '2018-04-03', true],
  ['in its first hour', term('2018-04-03', null), '2018-04-03', true],
  ['not begun', term('2018-05-01', null), '2018-04-03', false],
  ['over that day anyway', term('2018-04-01', '2018-04-03'), '2018-04-03', false],
  ['until later', term('2018-04-01', '2018-04-30'), '2018-04-03', true],
] as const) {
  test(`a delegation can be ended or not: ${name}`, () => {
    assert.equal(canEnd(one, isoDate(on)), expected)
  })
}
