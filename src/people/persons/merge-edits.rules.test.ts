import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { mergeEdits } from './merge-edits.rules.ts'

const base = { town: 'Malvern', phone: '01632960287', email: 'a@example.org' }

test('what only they changed is kept as they have it', () => {
  const merged = mergeEdits({
    base,
    theirs: { ...base, town: 'Upton' },
    mine: { ...base, phone: '1' },
  })
  assert.deepEqual(merged.values, { ...base, town: 'Upton', phone: '1' })
  assert.deepEqual(merged.onlyTheirs, ['town'])
  assert.deepEqual(merged.clashes, [])
})

test('a field that both changed to different things is a clash, and mine is offered', () => {
  const merged = mergeEdits({
    base,
    theirs: { ...base, town: 'Upton' },
    mine: { ...base, town: 'Ledbury' },
  })
  assert.equal(merged.values.town, 'Ledbury')
  assert.deepEqual(merged.clashes, [{ field: 'town', theirs: 'Upton', mine: 'Ledbury' }])
})

test('a field that both changed to the same thing is no clash', () => {
  const merged = mergeEdits({
    base,
    theirs: { ...base, town: 'Upton' },
    mine: { ...base, town: 'Upton' },
  })
  assert.deepEqual(merged.clashes, [])
  assert.deepEqual(merged.values, { ...base, town: 'Upton' })
})

const row = fc.record({
  town: fc.constantFrom('a', 'b', 'c'),
  phone: fc.constantFrom('a', 'b', null),
})

test('nothing that only one of the two changed is ever lost', () => {
  fc.assert(
    fc.property(row, row, row, (was, theirs, mine) => {
      const { values, clashes } = mergeEdits({ base: was, theirs, mine })
      for (const field of ['town', 'phone'] as const) {
        if (mine[field] === was[field]) assert.equal(values[field], theirs[field])
        else assert.equal(values[field], mine[field])
        const fought = clashes.some((clash) => clash.field === field)
        const bothChanged = mine[field] !== was[field] && theirs[field] !== was[field]
        assert.equal(fought, bothChanged && mine[field] !== theirs[field])
      }
    }),
  )
})
