import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawChart } from '#platform/charts/draw-chart.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { measures } from '../measures/room.ts'
import { worcestershire } from '../testing.ts'
import { chartOf } from './figure-chart.ts'
import type { ShownFigure } from './shown-figure.ts'

const named = (id: string) => measures.measures!.find((measure) => measure.id === id)!
const draw = (id: string, figure: Partial<ShownFigure>, districts = worcestershire.districts) =>
  chartOf(named(id), { value: 1, rows: 1, ...figure }, districts)

test('a figure without a breakdown has no picture, nor has an empty one', async () => {
  assert.equal(await draw('register.active', {}), null)
  assert.equal(await draw('assessments.completed', { by_year: {} }), null)
  assert.equal(await draw('training.by_course_and_quarter', { table: {} }), null)
})

test('years are columns', async () => {
  const chart = await draw('assessments.completed', { by_year: { '2016/17': 4, '2017/18': 6 } })
  assert.ok(chart?.kind === 'columns')
  assert.deepEqual(
    [chart.categories, chart.series[0]?.values],
    [
      ['2016/17', '2017/18'],
      [4, 6],
    ],
  )
})

test('districts are a map with nought where nobody lives, and a table that has who is on no map', async () => {
  const chart = await draw('young_carers.by_district', {
    by_district: { Redditch: 95, Wychavon: 'fewer than 5', Birmingham: 6, 'not known': 3 },
  })
  assert.ok(chart?.kind === 'map')
  assert.deepEqual(
    chart.districts.map(({ name, value }) => [name, value]),
    [
      ['Bromsgrove', 0],
      ['Malvern Hills', 0],
      ['Redditch', 95],
      ['Worcester', 0],
      ['Wychavon', 'fewer than 5'],
      ['Wyre Forest', 0],
    ],
  )
  assert.deepEqual(chart.table?.rows, [
    ['Redditch', '95'],
    ['Wychavon', 'fewer than 5'],
    ['Birmingham', '6'],
    ['Not known', '3'],
  ])
  const { svg, table } = await drawChart(chart)
  assert.match(String(svg), />95</)
  assert.match(String(table), /Not known/)
})

test('where a county’s shapes are not kept, its districts are bars', async () => {
  const kent = knownAuthorities.find(({ code }) => code === 'kent')!
  const chart = await draw(
    'young_carers.by_district',
    { by_district: { Ashford: 9 } },
    kent.districts,
  )
  assert.ok(chart?.kind === 'bars')
  assert.deepEqual(chart.categories, ['Ashford'])
})

test('courses are bars made of quarters; their totals stand in the table', async () => {
  const chart = await draw('training.by_course_and_quarter', {
    table: {
      Wellbeing: { Q1: 8, Q2: 92, Q3: 'not shown', total: 142 },
      total: { Q1: 8, Q2: 92, Q3: 42, total: 142 },
    },
  })
  assert.ok(chart?.kind === 'stacked')
  assert.deepEqual(chart.categories, ['Wellbeing'])
  assert.deepEqual(
    chart.series.map(({ name, values }) => [name, ...values]),
    [
      ['Q1, July to September', 8],
      ['Q2, October to December', 92],
      ['Q3, January to March', 'not shown'],
    ],
  )
  assert.deepEqual(chart.table?.rows.at(-1), ['Total', '8', '92', '42', '142'])
})
