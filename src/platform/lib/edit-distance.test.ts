import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { editDistance } from './edit-distance.ts'

test('one slip of the keyboard is one, whichever it is', () => {
  for (const slip of ['jon', 'johnn', 'jahn', 'jonh']) assert.equal(editDistance('john', slip), 1)
  assert.equal(editDistance('john', 'john'), 0)
})

test('counting stops beyond the limit', () => {
  assert.equal(editDistance('margaret', 'peg', 2), 3)
  assert.equal(editDistance('smith', 'jones', 1), 2)
})

test('it is the same both ways round', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => assert.equal(editDistance(a, b, 9), editDistance(b, a, 9))),
  )
})
