import assert from 'node:assert/strict'
import { it } from 'node:test'
import { measures } from './room.ts'
import { check, unknown } from './testing.ts'

it('every figure is null where nothing was ever recorded, and none is nought', async () => {
  for (const { id } of measures.measures ?? [])
    await check(id, { rows: async () => undefined, gives: unknown })
})

it('each measure has its own id, and says what it counts, where from and what that means', () => {
  const all = measures.measures ?? []
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
  for (const { definition, source, sentence } of all) {
    assert.match(definition, /^[A-Z].*\.$/)
    assert.ok(source.length > 0)
    assert.match(sentence?.({ value: 1, rows: 1, percent: 1 }) ?? '', /^[A-Z0-9].*\.$/)
  }
})
