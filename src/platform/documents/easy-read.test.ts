import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import symbols from '../../../data/symbols/easy-read.json' with { type: 'json' }
import { paragraph } from './blocks.ts'
import { aLetter, aReport } from './documents.fixture.ts'
import { easyRead } from './easy-read.ts'
import { pdf } from './pdf.ts'
import { readPdf } from './pdf-for-tests.ts'
import { plainText } from './plain-text.ts'
import { symbolFor } from './symbols.ts'

test('easy read says one sentence at a time, each beside its symbol', () => {
  const { body } = easyRead(
    aLetter({ body: [paragraph('Jo will ring you on Friday. You can have money for a break.')] }),
  )
  assert.deepEqual(body.slice(0, 2), [
    { block: 'easy', symbol: 'telephone', text: 'Jo will ring you on Friday.' },
    { block: 'easy', symbol: 'money', text: 'You can have money for a break.' },
  ])
})

test('easy read takes the easier words where somebody wrote them', () => {
  const { body } = easyRead(aLetter({ easyRead: [paragraph('You can have help.')] }))
  assert.deepEqual(body[0], { block: 'easy', symbol: 'help', text: 'You can have help.' })
  assert.equal(body.length, 2)
})

test('easy read loses nothing of a letter or a report: facts, tables, figures, signatures', () => {
  const letter = plainText(easyRead(aLetter()))
  for (const said of ['Named worker: Jo Pugh, carer adviser', 'Write to us', 'Yours sincerely'])
    assert.ok(letter.includes(said), said)
  const report = plainText(easyRead(aReport()))
  for (const said of ['12,062 carers on the register', 'Carers: 2,510', 'Agreed on 29 June 2018'])
    assert.ok(report.includes(said), said)
})

test('easy read prints as accessible large print, its symbols silent, with their makers named', async () => {
  const read = await readPdf(await pdf(easyRead(aLetter()), 18))
  assert.equal(read.accessibility, '1')
  assert.equal(read.language, 'en-GB')
  assert.ok(Math.min(...read.sizes) > 17.9)
  assert.match(read.text, /OpenMoji/)
  assert.ok(!read.structure.some(({ role }) => role === 'Figure'))
})

test('every symbol is drawn, and none lies about unused', () => {
  const drawn = readdirSync(new URL('../../../data/symbols/svg/', import.meta.url)).toSorted()
  assert.deepEqual(drawn, symbols.symbols.map(({ name }) => `${name}.svg`).toSorted())
})

test('a word calls for its symbol only as a whole word, a pound sign anywhere', () => {
  assert.equal(symbolFor('Snowflakes'), 'information')
  assert.equal(symbolFor('It is £250.'), 'money')
  assert.equal(symbolFor('Recalled'), 'information')
})
