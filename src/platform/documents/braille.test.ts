import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph } from './blocks.ts'
import { braille } from './braille.ts'
import { aLetter, aReport } from './documents.fixture.ts'

test('contracted Braille is what a reader of Unified English Braille expects', async () => {
  const text = await braille(aLetter(), 'contracted')
  assert.match(text, /^,YR C>\]'S ASSESS;T3 :AT WE\r$/m)
  assert.match(text, /^,"ND "W\]3 ,JO ,PU<1 C>\] ADVIS\]\r$/m)
})

test('uncontracted Braille spells each word', async () => {
  const text = await braille(aLetter(), 'uncontracted')
  assert.match(text, /^,YOUR CARER'S ASSESSMENT3 WHAT\r$/m)
})

test('lines fit 32 cells and pages 25 lines, however long a word is', async () => {
  const long = `https://carers.example/${'very'.repeat(40)}`
  const document = aReport({ body: [...aReport().body, paragraph('See ', long)] })
  for (const grade of ['contracted', 'uncontracted'] as const) {
    for (const page of (await braille(document, grade)).split('\f')) {
      const lines = page.trimEnd().split('\r\n')
      assert.ok(lines.length <= 25)
      for (const line of lines) assert.ok(line.length <= 32, line)
    }
  }
})

test('it is Braille ASCII throughout: marks that the tables lack are left off, other scripts become a question mark', async () => {
  const names = paragraph('Małgorzata Łuczak, Đỗ Nguyễn, José, اردو, “well”, 10°C…')
  const text = await braille(aLetter({ body: [names] }), 'uncontracted')
  assert.match(text, /^[\u0020-\u005f\r\n\f]*$/)
  assert.match(text, /,MALGORZATA ,LUCZAK1 ,DO/)
  assert.doesNotMatch(text, /\\X/i)
})

test('several documents at once each come out as they do alone', async () => {
  const alone = await braille(aLetter(), 'contracted')
  const many = await Promise.all(Array.from({ length: 5 }, () => braille(aLetter(), 'contracted')))
  assert.deepEqual(
    many,
    Array.from({ length: 5 }, () => alone),
  )
})
