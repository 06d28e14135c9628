import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { findPairs } from './find-pairs.ts'
import { joinGroups, type Decided } from './join-groups.ts'
import type { ScoredPair } from './find-pairs.ts'
import type { Verdict } from './record.ts'
import { aRecord } from './testing.ts'

const nobodyElse = {
  mobilePhone: null,
  homePhone: null,
  email: null,
  nhsNumber: null,
  caredFor: null,
}
const moved = { ...nobodyElse, address: '3 Elm Close', postcode: 'WR9 8AA' }

const register = [
  aRecord({ id: 'A' }),
  aRecord({ id: 'B', givenName: 'Peggy', birth: null, nhsNumber: null }),
  aRecord({
    id: 'C',
    givenName: 'Susan',
    familyName: 'Day',
    birth: isoDate('1950-05-01'),
    ...moved,
  }),
  aRecord({ id: 'D', ...moved, familyName: 'Hussain', birth: isoDate('1947-07-14') }),
]

test('pairs are found whichever of their particulars is wrong, each once, the best first', () => {
  const pairs = findPairs(register)
  assert.deepEqual(
    pairs.map(({ ids }) => ids.join('')),
    ['AB', 'AD'],
  )
})

test('the order of the records changes nothing', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(register, { minLength: register.length }), (shuffled) => {
      assert.deepEqual(findPairs(shuffled), findPairs(register))
    }),
    { numRuns: 20 },
  )
})

const pair = (ids: string, points: number, verdict: Verdict): ScoredPair => ({
  ids: [ids.charAt(0), ids.charAt(1)],
  score: { points, parts: [], doubts: [], verdict },
})
const decided = (ids: string, decision: Decided['decision']): Decided => ({
  ids: [ids.charAt(0), ids.charAt(1)],
  decision,
})

test('who is one with a second is one with the second’s third', () => {
  const { groups, review } = joinGroups([
    pair('AB', 40, 'join'),
    pair('BC', 30, 'join'),
    pair('AC', 20, 'review'),
  ])
  assert.deepEqual(groups, [['A', 'B', 'C']])
  assert.deepEqual(review, [])
})

test('what was decided to be different is never joined, not by way of a third either', () => {
  const { groups, review } = joinGroups(
    [pair('AB', 40, 'join'), pair('BC', 30, 'join')],
    [decided('CA', 'different')],
  )
  assert.deepEqual(groups, [['A', 'B']])
  assert.deepEqual(
    review.map(({ ids }) => ids.join('')),
    ['BC'],
  )
})

test('what was decided is not asked again', () => {
  const pairs = [pair('AB', 20, 'review'), pair('CD', 20, 'review'), pair('EF', 40, 'join')]
  const { groups, review } = joinGroups(pairs, [
    decided('BA', 'same'),
    decided('CD', 'different'),
    decided('EF', 'different'),
  ])
  assert.deepEqual(groups, [['A', 'B']])
  assert.deepEqual(review, [])
})

const ids = fc.constantFrom('AB', 'AC', 'AD', 'BC', 'BD', 'CD')
const scoredPairs = fc.uniqueArray(
  fc.record({ ids, points: fc.nat(40), verdict: fc.constantFrom<Verdict>('join', 'review') }),
  { selector: (of) => of.ids },
)
const decisions = fc.uniqueArray(
  fc.record({ ids, decision: fc.constantFrom<Decided['decision']>('same', 'different') }),
  { selector: (of) => of.ids },
)

test('no group holds two who were decided different, and the order of pairs and decisions changes nothing', () => {
  fc.assert(
    fc.property(scoredPairs, decisions, (found, made) => {
      const pairs = found.map((of) => pair(of.ids, of.points, of.verdict))
      const said = made.map((of) => decided(of.ids, of.decision))
      const joins = joinGroups(pairs, said)
      for (const group of joins.groups) {
        for (const { ids: two, decision } of said) {
          assert.ok(decision === 'same' || !two.every((id) => group.includes(id)))
        }
      }
      assert.deepEqual(joinGroups(pairs.toReversed(), said.toReversed()), joins)
    }),
  )
})
