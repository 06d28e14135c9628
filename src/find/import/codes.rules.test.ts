import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { fold } from '#platform/lib/fold.ts'
import { codeList } from './code-lists.ts'
import { readCode, readCodes, readHoursBand } from './codes.rules.ts'
import { yesNo } from './yes-no.rules.ts'

const ethnicGroups: readonly (readonly [string, string | null])[] = [
  ['W. British', 'white_british'],
  ['WB', 'white_british'],
  ['white british', 'white_british'],
  ['English', 'white_british'],
  ['Polish', 'white_other'],
  ['Asian - Pakistani', 'asian_pakistani'],
  ['Mixed White/Black Caribbean', 'mixed_white_black_caribbean'],
  ['H', 'asian_indian'],
  ['Asian or Asian British: Indian', 'asian_indian'],
  ['N/K', 'not_known'],
  ['Prefer not to say', 'refused'],
  ['Martian', null],
]
for (const [written, code] of ethnicGroups) {
  test(`the ethnic group "${written}" is ${code ?? 'not known to us'}`, () =>
    assert.equal(readCode('ethnic-groups', written).code, code))
}

test('words no code goes by are handed back, blanks are not', () => {
  assert.deepEqual(readCode('statuses', 'Xfer'), { code: null, unknown: 'Xfer' })
  assert.deepEqual(readCode('statuses', ''), { code: null, unknown: null })
  assert.deepEqual(readCode('statuses', ' - '), { code: null, unknown: null })
})

test('one slip of the keyboard in a long word is forgiven', () => {
  assert.equal(readCode('conditions', 'Demetia').code, 'dementia')
  assert.equal(readCode('genders', 'Femal').code, null)
})

const conditions: readonly (readonly [string, readonly string[]])[] = [
  ['MS/Cancer', ['ms', 'cancer']],
  ['Dementia; Stroke; autism', ['dementia', 'stroke', 'autism']],
  ['Learning disability, Substance misuse', ['learning_disability', 'substance_misuse']],
  ['Mental health + COPD', ['mental_health', 'copd']],
  ['Stroke & Diabetes', ['stroke', 'diabetes']],
  ['Stroke and Diabetes', ['stroke', 'diabetes']],
  ['Drugs and alcohol', ['substance_misuse']],
  ['Frailty/old age', ['frailty']],
  ['MS, MS', ['ms']],
  ["Parkinson's", ['parkinsons']],
]
for (const [written, codes] of conditions) {
  test(`the conditions "${written}" are ${codes.join(' and ')}`, () =>
    assert.deepEqual(readCodes('conditions', written), { codes, unknown: [] }))
}

test('of several conditions the unknown ones are handed back', () => {
  assert.deepEqual(readCodes('conditions', 'MS; Gout'), { codes: ['ms'], unknown: ['Gout'] })
})

const hours: readonly (readonly [string, string | null])[] = [
  ['50+', '50_plus'],
  ['1-19', '1_19'],
  ['20 - 34', '20_34'],
  ['37 hours', '35_49'],
  ['35 to 49 hours', '35_49'],
  ['100', '50_plus'],
  ['12.5 hrs per week', '1_19'],
  ['24/7', '50_plus'],
  ['999', null],
  ['lots', null],
]
for (const [written, code] of hours) {
  test(`"${written}" of care is ${code ?? 'no band'}`, () =>
    assert.equal(readHoursBand(written).code, code))
}

test('yes and no in every spelling', () => {
  for (const word of ['Y', 'yes', 'TRUE', '1', 'x', '✓', 'Agreed']) assert.equal(yesNo(word), true)
  for (const word of ['N', 'No', 'FALSE', '0', 'declined']) assert.equal(yesNo(word), false)
  for (const word of ['', 'N/K', 'not stated']) assert.equal(yesNo(word), null)
  assert.equal(yesNo('sometimes'), undefined)
})

test('no list gives one word two meanings, and every code is found by its label', () => {
  const names = readdirSync(new URL('../../../data/codes/', import.meta.url))
  for (const file of names.filter((name) => name.endsWith('.json'))) {
    const list = codeList(file.replace('.json', ''))
    for (const [id, label] of list.labels)
      assert.equal(list.codeFor(fold(label)), id, `${file}: ${label}`)
  }
})
