import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawChart } from './draw-chart.ts'
import { carersByDistrict } from './charts.fixture.ts'

test('a chart for a page comes with its table', async () => {
  const { svg, table } = await drawChart(carersByDistrict)
  assert.match(String(svg), /^<svg /)
  const markup = String(table).replaceAll(/\s+/g, ' ')
  assert.match(markup, /<caption[^>]*>Carers by district<\/caption>/)
  assert.match(
    markup,
    /<th scope="row"[^>]*>Malvern Hills<\/th>\s*<td[^>]*numeric[^>]*>1,203<\/td>/,
  )
})

test('names in the table are escaped', async () => {
  const { table } = await drawChart({ ...carersByDistrict, categories: ['<b>', 'B', 'C'] })
  assert.match(String(table), /&lt;b&gt;/)
})
