import { test } from 'node:test'
import assert from 'node:assert/strict'
import { decode } from './decode.ts'
import { readTable } from './read-table.ts'

const table = (text: string) => {
  const read = readTable(text)
  assert.ok(read.ok)
  return read.value
}

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer =>
  Buffer.from(text, encoding)

test('text is read in the encodings that spreadsheets save', () => {
  const encodings = [
    ['UTF-8', bytes('é')],
    ['UTF-8', bytes('\uFEFFé')],
    ['UTF-16', bytes('\uFEFFé', 'utf16le')],
    ['UTF-16', Buffer.from([0xfe, 0xff, 0, 0xe9])],
    ['Windows-1252', Buffer.from([0xe9])],
  ] as const
  for (const [encoding, given] of encodings) {
    assert.deepEqual(decode(given), { ok: true, value: { text: 'é', encoding } })
  }
})

test('two-byte text without a mark is read, and a stray nought is dropped', () => {
  const text = 'Ref;Surname\nA1;Day'
  assert.deepEqual(decode(bytes(text, 'utf16le')), {
    ok: true,
    value: { text, encoding: 'UTF-16' },
  })
  assert.deepEqual(decode(bytes(`${'a'.repeat(200)}\0b`)), {
    ok: true,
    value: { text: `${'a'.repeat(200)}b`, encoding: 'UTF-8' },
  })
})

test('what is no text is refused with what to do', () => {
  const workbook = decode(Buffer.from([0x50, 0x4b, 3, 4, 0]))
  assert.ok(!workbook.ok && /Save as/.test(workbook.error))
  assert.ok(!decode(Buffer.from(`${'a'.repeat(20)}\0`)).ok)
})

for (const [name, mark] of [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['bar', '|'],
] as const) {
  test(`the ${name} is found to part the cells`, () => {
    const read = table(`Id${mark}Notes\n1${mark}"likes tea; and, cake"\n2${mark}x\n`)
    assert.equal(read.delimiter, mark)
    assert.deepEqual(
      read.rows.map(({ cells }) => cells),
      [
        ['1', 'likes tea; and, cake'],
        ['2', 'x'],
      ],
    )
  })
}

test('lines are counted as the file has them: blank lines, titles and cells of several lines too', () => {
  const read = table(
    '\r\nRegister 2018,,\r\n\r\nId,Name,Note\r\n1,Ann,"two\r\nlines"\r\n\r\n2,Bob,\r\n\r\n',
  )
  assert.deepEqual(read.headings, ['Id', 'Name', 'Note'])
  assert.deepEqual(
    read.rows.map(({ line }) => line),
    [5, 8],
  )
})

test('a quotation mark within a cell is a letter', () => {
  assert.deepEqual(table('a,b\n1,5" nail\n').rows[0]?.cells, ['1', '5" nail'])
  assert.deepEqual(table('a,b\n1,"says ""no"""\n').rows[0]?.cells, ['1', 'says "no"'])
})

test('a quotation mark that is never closed spoils its own line alone', () => {
  const read = table('a,b\n1,"open\n2,x\n3,y\n')
  assert.deepEqual(
    read.rows.map(({ line }) => line),
    [2, 3, 4],
  )
  assert.deepEqual(read.rows[2]?.cells, ['3', 'y'])
})

test('a quotation mark closed lines later gives those lines back where the row no longer fits', () => {
  const read = table('a,b,c\n1,"open,\n2,x,y"\n3,z,w\n')
  assert.deepEqual(
    read.rows.map(({ line, cells }) => [line, cells.length]),
    [
      [2, 3],
      [3, 3],
      [4, 3],
    ],
  )
})

test('an empty file is refused', () => {
  assert.ok(!readTable('').ok)
  assert.ok(!readTable('\n,,\n').ok)
})

test('a first line that names the separator is obeyed', () => {
  const read = table('sep=;\nId;Name\n1;a,b\n')
  assert.deepEqual(read.headings, ['Id', 'Name'])
  assert.equal(read.rows[0]?.line, 3)
})
