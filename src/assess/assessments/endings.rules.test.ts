import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codesOf } from '#people/persons/code-words.ts'
import { endings, faultsOfEnding, reasonsFor, type EndingTyped } from './endings.rules.ts'

const whole: EndingTyped = {
  ending: 'refused',
  combined: false,
  reason: 'does_not_want',
  words: 'Wants to be left alone',
}

const cases: readonly [string, Partial<EndingTyped>, readonly string[]][] = [
  ['with its reason and words', {}, []],
  ['without words', { words: null }, ['words']],
  ['without a reason', { reason: null }, ['reason']],
  ['without anything', { reason: null, words: null }, ['reason', 'words']],
  ['not now is no refusal', { reason: 'not_now' }, ['reason']],
  ['not now is a declining', { ending: 'declined', reason: 'not_now' }, []],
  ['not reached is no word of the carer’s', { reason: 'not_reached' }, ['reason']],
  ['not reached is a withdrawal', { ending: 'withdrawn', reason: 'not_reached' }, []],
  ['not offered, with a reason', { ending: 'not_offered', reason: 'no_appearance' }, []],
  ['a single one needs nobody else', { reason: 'nothing_to_combine' }, ['reason']],
  ['a combined one may', { reason: 'nothing_to_combine', combined: true }, []],
]

for (const [name, change, fields] of cases) {
  test(`an assessment ends: ${name}`, () => {
    const faults = faultsOfEnding({ ...whole, ...change })
    assert.deepEqual(
      faults.map(({ field }) => field),
      fields,
    )
  })
}

test('every reason is one of the list, once, and every one of the list can be given', () => {
  const known = codesOf('assessment-endings')
  const used = new Set<string>()
  for (const ending of endings) {
    for (const combined of [false, true]) {
      const fit = reasonsFor(ending, combined)
      assert.equal(new Set(fit).size, fit.length)
      assert.ok(fit.includes('other'))
      for (const each of fit) used.add(each)
    }
  }
  assert.deepEqual([...used].toSorted(), [...known].toSorted())
})
