import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findInstrument } from './instrument.ts'
import { readWording } from './wording.ts'

const maca = findInstrument('maca-yc18-1')!
const lines = maca.items.map((_, at) => `Invented item ${at + 1}`)

test('a line an item becomes the words of that item, blank lines left out', () => {
  const read = readWording(maca, `\n${lines.join('\r\n\r\n')}\n`)
  assert.ok(read.ok)
  assert.equal(read.value['m01'], 'Invented item 1')
  assert.equal(read.value['m18'], 'Invented item 18')
})

const refusals: readonly [string, string, string][] = [
  ['nothing', '', 'Enter 18 lines, one an item: there are 0 now'],
  ['a line too few', lines.slice(1).join('\n'), 'Enter 18 lines, one an item: there are 17 now'],
  ['a line too many', [...lines, 'x'].join('\n'), 'Enter 18 lines, one an item: there are 19 now'],
  [
    'a line beyond all length',
    [...lines.slice(1), 'x'.repeat(501)].join('\n'),
    'Use 500 characters or fewer in line 18',
  ],
]

for (const [name, given, words] of refusals) {
  test(`${name} is refused in words`, () => {
    const read = readWording(maca, given)
    assert.ok(!read.ok)
    assert.equal(read.error, words)
  })
}
