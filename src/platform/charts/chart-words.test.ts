import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chartDescription } from './chart-description.ts'
import { chartTable } from './chart-table.ts'
import {
  carersByDistrict,
  registerByMonth,
  satisfiedByYear,
  trainingByQuarter,
  youngCarersByDistrict,
} from './charts.fixture.ts'
import { figureText } from './figure-text.ts'

test('figures are written as people read them, and words stand where there is no figure', () => {
  assert.deepEqual(
    [
      figureText(12062),
      figureText(0),
      figureText(85.46, 'percent'),
      figureText(250, 'pounds'),
      figureText(1250.5, 'pounds'),
      figureText('fewer than 5', 'percent'),
    ],
    ['12,062', '0', '85.5%', '£250', '£1,250.50', 'fewer than 5'],
  )
})

test('the table of a chart has a row for each category and a column for each series', () => {
  assert.deepEqual(chartTable(trainingByQuarter), {
    caption: 'Training by course and quarter',
    columns: [
      { header: 'Course' },
      { header: 'April to June', numeric: true },
      { header: 'July to September', numeric: true },
    ],
    rows: [
      ['First aid', '25', '30'],
      ['Moving and handling', '12', 'fewer than 5'],
    ],
  })
})

test('the table of a map has a row for each district', () => {
  const { columns, rows } = chartTable(youngCarersByDistrict)
  assert.deepEqual(
    columns.map(({ header }) => header),
    ['District', 'Young carers'],
  )
  assert.deepEqual(rows, [
    ['Bromsgrove', '52'],
    ['Worcester', '88'],
    ['Wychavon', 'fewer than 5'],
  ])
})

test('a category without a value is said to be not recorded, never nought', () => {
  const short = { ...carersByDistrict, series: [{ name: 'Carers', values: [2510] }] }
  assert.deepEqual(chartTable(short).rows[2], ['Redditch', 'not recorded'])
})

test('a description names the highest and the lowest, and of a line where it starts and ends', () => {
  assert.equal(
    chartDescription(carersByDistrict),
    'Bar chart. Carers by district. Carers: highest 2,510 (Bromsgrove), lowest 1,203 (Malvern Hills).',
  )
  assert.equal(
    chartDescription(registerByMonth),
    'Line chart. Carers on the register. Worcestershire: from 100 (April) to 125 (June). England: from 90 (April) to 91 (June).',
  )
  assert.match(
    chartDescription(satisfiedByYear),
    /highest 72% \(2017\/18\), lowest 61\.5% \(2016\/17\)/,
  )
  assert.match(
    chartDescription(youngCarersByDistrict),
    /^Map\. .* highest 88 \(Worcester\), lowest 52/,
  )
})

test('a description tells of one figure, of equal figures and of none', () => {
  const of = (...values: (number | string)[]) =>
    chartDescription({ ...carersByDistrict, series: [{ name: 'Carers', values }] })
  assert.match(of(7, 'not recorded'), /Carers: 7 \(Bromsgrove\)\.$/)
  assert.match(of(7, 7, 7), /Carers: 7 in each\.$/)
  assert.match(of('not recorded'), /Carers: no figures\.$/)
})
