import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linkEnds, linkLengths, linkState, type LinkLife } from './link.rules.ts'

const now = '2018-04-03T12:00:00Z'
const link = (change: Partial<LinkLife>): LinkLife => ({
  endedAt: null,
  endsAt: '2018-04-10T12:00:00Z',
  mostOpenings: 2,
  openings: 0,
  ...change,
})

const states: readonly [string, Partial<LinkLife>, ReturnType<typeof linkState>][] = [
  ['a new one', {}, 'open'],
  ['one without a limit, opened often', { mostOpenings: null, openings: 99 }, 'open'],
  ['one opened once of twice', { openings: 1 }, 'open'],
  ['one opened as often as it may', { openings: 2 }, 'used_up'],
  ['one whose time is just over', { endsAt: now }, 'run_out'],
  ['one that the carer ended', { endedAt: now }, 'ended'],
  ['one that ended before it ran out', { endedAt: now, endsAt: now, openings: 2 }, 'ended'],
]
for (const [what, change, state] of states) {
  test(`${what} is ${state}`, () => assert.equal(linkState(link(change), now), state))
}

const ends: readonly [string, (typeof linkLengths)[number], string][] = [
  [now, 'one_day', '2018-04-04T12:00:00Z'],
  [now, 'one_week', '2018-04-10T12:00:00Z'],
  ['2018-01-31T12:00:00Z', 'one_month', '2018-02-28T12:00:00Z'],
  // Noon in London stays noon in London across the change of the clocks.
  ['2018-10-27T11:00:00Z', 'one_day', '2018-10-28T12:00:00Z'],
  [now, 'six_months', '2018-10-03T12:00:00Z'],
]
for (const [from, length, until] of ends) {
  test(`${length} from ${from} is ${until}`, () => assert.equal(linkEnds(length, from), until))
}

test('no link is made that has ended already, and one that ended never opens again', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2018-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.constantFrom(...linkLengths),
      fc.nat({ max: 400 }),
      (made, length, days) => {
        const at = made.toISOString()
        const endsAt = linkEnds(length, at)
        assert.equal(linkState(link({ endsAt }), at), 'open')
        const later = new Date(made.getTime() + days * 86_400_000).toISOString()
        if (linkState(link({ endsAt }), later) !== 'open') {
          const muchLater = new Date(made.getTime() + (days + 9) * 86_400_000).toISOString()
          assert.notEqual(linkState(link({ endsAt }), muchLater), 'open')
        }
      },
    ),
  ))
