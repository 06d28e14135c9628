import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnWords, readableRow, tableWords, valueWords } from './held-words.ts'

test('a row is read without the numbers by which rows are told apart, each answer by itself', () => {
  const row = {
    id: '01a204f5-9729-7012-85af-728a5d568ca0',
    kind: 'adult_carer',
    asked_on: '2018-03-31',
    answers: { sleep: 'Four hours', alone: true },
  }
  assert.deepEqual(readableRow(row), [
    ['Kind', 'Adult carer'],
    ['Asked on', '31 March 2018'],
    ['Answers: Sleep', 'Four hours'],
    ['Answers: Alone', 'Yes'],
  ])
})

for (const [value, words] of [
  ['2018-04-03T12:00:00+00:00', '3 April 2018 at 1pm'],
  [['a', 'b'], 'a, b'],
  [{ worker_id: 3 }, 'Worker number: 3'],
  [null, ''],
  [false, 'No'],
  ['She said so.', 'She said so.'],
] as const)
  test(`${JSON.stringify(value)} is read as "${words}"`, () =>
    assert.equal(valueWords(value), words))

test('what has no name of its own is read by what the database calls it', () => {
  assert.equal(tableWords('person'), 'Personal details')
  assert.equal(tableWords('some_new_table'), 'Some new table')
  assert.equal(columnWords('nhs_number'), 'NHS number')
})
