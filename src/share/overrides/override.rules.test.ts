import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { overrideKinds } from './override.ts'
import { closesAt, isOpen, lastDayWithheld, opens } from './override.rules.ts'

const now = '2018-04-03T12:00:00Z'

const cases: readonly [string, { endsAt: string; endedAt: string | null }, boolean][] = [
  ['just opened', { endsAt: '2018-04-03T16:00:00Z', endedAt: null }, true],
  ['whose time is over to the second', { endsAt: now, endedAt: null }, false],
  ['closed before its time', { endsAt: '2018-04-03T16:00:00Z', endedAt: now }, false],
]
for (const [what, life, open] of cases) {
  test(`a record ${what} is ${open ? 'open' : 'shut'}`, () => assert.equal(isOpen(life, now), open))
}

test('an emergency opens for four hours and without assessments; safeguarding all, for a day', () => {
  assert.equal(closesAt('emergency', now), '2018-04-03T16:00:00Z')
  assert.equal(closesAt('safeguarding', now), '2018-04-04T12:00:00Z')
  assert.ok(!opens.emergency.purposes.includes('assessment'))
  assert.ok(opens.safeguarding.purposes.includes('assessment'))
})

test('no override stays open longer than the database lets it', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...overrideKinds),
      fc.integer({ min: 0, max: 48 }),
      (kind, hours) => {
        const life = { endsAt: closesAt(kind, now), endedAt: null }
        const later = Temporal.Instant.from(now).add({ hours }).toString()
        assert.equal(isOpen(life, later), hours < opens[kind].hours)
        assert.ok(opens[kind].hours <= 24)
      },
    ),
  ))

test('a look is kept from the carer for three months before it is decided again', () =>
  assert.equal(lastDayWithheld(isoDate('2018-11-30')), '2019-02-28'))
