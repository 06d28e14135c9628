import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidingStanding, type DecidedAs } from './delegation.rules.ts'

const cases: readonly [string, number, string, readonly number[], DecidedAs][] = [
  ['the council decides for itself', 9, 'council', [], 'authority'],
  ['a hub whose contract delegates the decision decides', 2, 'hub', [2], 'delegate'],
  ['a hub whose contract does not, proposes', 2, 'hub', [], 'proposal'],
  ['what is delegated to one hub is not delegated to another', 3, 'hub', [2], 'proposal'],
]

for (const [name, id, kind, delegates, as] of cases) {
  test(name, () => {
    const standing = decidingStanding({ organisation: { id, kind, name: 'The hub' }, delegates })
    assert.equal(standing.as, as)
    assert.notEqual(standing.reason, '')
  })
}
