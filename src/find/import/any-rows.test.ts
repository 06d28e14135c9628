import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { decode } from './decode.ts'
import { readTable } from './read-table.ts'
import { filesRead } from './sums.ts'
import { aYoungCarer, anAdult, csvFile, read, type Row } from './testing.ts'

const odd = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '?',
    'N/K',
    '0',
    '-1',
    '99999999',
    '1e9',
    '31/02/1951',
    "O'Neil",
    '"',
    '""',
    'a,b;c\td',
    '\n',
    'TRUE',
  ),
)

/** A right row with some of its cells made odd. */
const mangled = (row: Row): fc.Arbitrary<Row> =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(row)), odd, { maxKeys: 6 })
    .map((changes) => ({ ...row, ...changes }))

test('whatever stands in the cells, a row is taken or refused with reasons, and none is lost', () => {
  fc.assert(
    fc.property(
      fc.array(mangled(anAdult()), { minLength: 1, maxLength: 5 }),
      fc.array(mangled(aYoungCarer()), { minLength: 1, maxLength: 3 }),
      (adults, young) => {
        const extract = read([
          csvFile('adult_carers.csv', [anAdult({ 'Client ID': 'A' }), ...adults]),
          csvFile('young_carers.csv', [aYoungCarer({ 'YC Ref': 'Y' }), ...young]),
        ])
        const files = filesRead(extract)
        assert.equal(extract.leftOut.length, 0)
        for (const { file, taken, refused } of files)
          assert.equal(taken.length + refused.length, file.table.rows.length)
        for (const { refused } of files)
          for (const { reasons } of refused)
            assert.ok(
              reasons.length > 0 &&
                reasons.every(({ field, message }) => field !== '' && message !== ''),
            )
      },
    ),
    { numRuns: 300 },
  )
})

test('whatever the bytes, a file is read or refused in words', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = decode(bytes)
      if (!text.ok) return assert.match(text.error, /\w/)
      const table = readTable(text.value.text)
      if (!table.ok) assert.match(table.error, /\w/)
    }),
    { numRuns: 500 },
  )
})
