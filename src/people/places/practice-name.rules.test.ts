import assert from 'node:assert/strict'
import { test } from 'node:test'
import { practiceFinder } from './practice-name.rules.ts'

const find = practiceFinder([
  { code: 'M81069', name: 'Davenal House Surgery Partnership', town: 'Bromsgrove' },
  { code: 'M81001', name: 'New Road Surgery', town: 'Bromsgrove' },
  { code: 'M81002', name: 'New Road Surgery', town: 'Rubery' },
  { code: 'M81003', name: 'The Church Street Practice', town: 'Tenbury Wells' },
  { code: 'M81004', name: 'Medical Centre', town: 'Malvern' },
  { code: 'M81005', name: 'Spring Gardens Group Medical Practice', town: 'Worcester' },
])

for (const [written, code] of [
  ['M81069', 'M81069'],
  [' m81069 ', 'M81069'],
  ['Davenal House Surgery Partnership', 'M81069'],
  ['Davenal House', 'M81069'],
  ['DAVENAL HSE', null],
  ['Church Street Surgery', 'M81003'],
  ['Church Street, Tenbury Wells', 'M81003'],
  ['New Road Surgery', null],
  ['New Road Surgery Bromsgrove', 'M81001'],
  ['New Road, Rubery', 'M81002'],
  ['Bromsgrove', null],
  ['Spring Gardens', 'M81005'],
  ['Medical Centre', 'M81004'],
  ['The Surgery', null],
  ['', null],
] as const) {
  test(`"${written}" is ${code ?? 'nobody we can be sure of'}`, () => {
    assert.equal(find(written), code)
  })
}
