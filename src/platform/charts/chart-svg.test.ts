import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFragment } from 'parse5'
import type { Chart } from './chart.ts'
import { chartSvg } from './chart-svg.ts'
import {
  carersByDistrict,
  everyChart,
  registerByMonth,
  trainingByQuarter,
  youngCarersByDistrict,
} from './charts.fixture.ts'

type Element = {
  tagName: string
  attrs: { name: string; value: string }[]
  childNodes: Element[]
  value?: string
}

function elements(svg: string): Element[] {
  const inside = (node: Element): Element[] => [node, ...(node.childNodes ?? []).flatMap(inside)]
  return (parseFragment(svg) as unknown as Element).childNodes.flatMap(inside)
}

const texts = (svg: string): string[] =>
  elements(svg).flatMap(({ tagName, childNodes }) =>
    tagName === 'text' ? [childNodes.map(({ value }) => value).join('')] : [],
  )

const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs?.find((one) => one.name === name)?.value

for (const chart of everyChart) {
  test(`a ${chart.kind} chart passes a policy without inline styles or scripts`, async () => {
    for (const { tagName, attrs } of elements(await chartSvg(chart))) {
      assert.ok(
        !['style', 'script', 'foreignobject', 'a', 'image', 'use'].includes(tagName ?? ''),
        tagName,
      )
      for (const { name, value } of attrs ?? []) {
        assert.ok(name !== 'style' && name !== 'class' && !name.startsWith('on'), name)
        assert.doesNotMatch(value, /NaN|undefined|Infinity|javascript:/)
      }
    }
  })

  test(`a ${chart.kind} chart says what it is, in a title and a description`, async () => {
    const svg = await chartSvg(chart)
    const [root, title, , description] = elements(svg)
    assert.equal(attribute(root, 'role'), 'img')
    assert.equal(
      attribute(root, 'aria-labelledby'),
      `${attribute(title, 'id')} ${attribute(description, 'id')}`,
    )
    assert.equal(title?.childNodes[0]?.value, chart.title)
    assert.match(description?.childNodes[0]?.value ?? '', /\d/)
  })
}

test('each bar carries its figure', async () => {
  const written = texts(await chartSvg(carersByDistrict))
  for (const words of ['Bromsgrove', '2,510', 'Malvern Hills', '1,203', 'Redditch', '1,890'])
    assert.ok(written.includes(words), words)
})

test('several series differ by pattern and are named, lines at their ends', async () => {
  const stacked = await chartSvg(trainingByQuarter)
  assert.match(stacked, /<pattern /)
  assert.ok(texts(stacked).includes('July to September'))
  const lines = await chartSvg(registerByMonth)
  assert.ok(texts(lines).includes('Worcestershire') && texts(lines).includes('England'))
  assert.match(lines, /stroke-dasharray/)
})

test('columns lie down where their figures would run into each other', async () => {
  const years = ['2014/15', '2015/16', '2016/17', '2017/18']
  const columns: Chart = {
    kind: 'columns',
    title: 'T',
    by: 'Year',
    categories: years,
    series: [{ name: 'N', values: [10_001, 10_002, 10_003, 10_004] }],
  }
  const anchors = (svg: string) =>
    elements(svg)
      .filter(({ tagName }) => tagName === 'text')
      .map((text) => attribute(text, 'text-anchor'))
  assert.ok(anchors(await chartSvg(columns)).every((anchor) => anchor === 'middle'))
  assert.ok(anchors(await chartSvg(columns, { width: 480, letters: 32 })).includes('end'))
})

test('every letter is as large as asked for', async () => {
  for (const chart of everyChart) {
    const sizes = elements(await chartSvg(chart, { width: 500, letters: 24 }))
      .filter(({ tagName }) => tagName === 'text')
      .map((text) => Number(attribute(text, 'font-size')))
    assert.ok(sizes.length > 0 && sizes.every((size) => size === 24), chart.kind)
  }
})

test('whatever a name holds, it is printed and never read as markup', async () => {
  const name = `</text><script>alert(1)</script> {b} "style="x' &amp; zr0-`
  const hostile: Chart = {
    ...carersByDistrict,
    title: name,
    categories: [name, 'B', 'C'],
    series: [{ name, values: [1, '{c}</svg>', 3] }],
  }
  const svg = await chartSvg(hostile, { width: 2000, letters: 16 })
  assert.ok(elements(svg).every(({ tagName }) => tagName !== 'script'))
  assert.equal(elements(svg).filter(({ tagName }) => tagName === 'svg').length, 1)
  assert.ok(texts(svg).includes(name))
  assert.ok(texts(svg).includes('{c}</svg>'))
})

test('control characters, which XML cannot hold, are shown as gaps', async () => {
  const svg = await chartSvg({ ...youngCarersByDistrict, title: 'a\u0000b\uffffc' })
  assert.match(svg, /<title[^>]*>a\ufffdb\ufffdc</)
})

test('the same chart is the same picture, and two charts of a page share no id', async () => {
  const [one, again, other] = [
    await chartSvg(trainingByQuarter),
    await chartSvg(trainingByQuarter),
    await chartSvg({ ...trainingByQuarter, title: 'Other' }),
  ]
  assert.equal(one, again)
  const ids = (svg: string) => elements(svg).flatMap((element) => attribute(element, 'id') ?? [])
  assert.ok(ids(one).length >= 3)
  assert.equal(new Set([...ids(one), ...ids(other)]).size, ids(one).length * 2)
})

test('a map draws each district, with its figure in it', async () => {
  const svg = await chartSvg(youngCarersByDistrict)
  assert.equal(elements(svg).filter(({ tagName }) => tagName === 'path').length, 3)
  assert.ok(texts(svg).includes('52') && texts(svg).includes('88'))
})

test('where one district has no figure, it is grey, and darker means more', async () => {
  const fills = elements(await chartSvg(youngCarersByDistrict))
    .filter(({ tagName }) => tagName === 'path')
    .map((path) => attribute(path, 'fill'))
  assert.deepEqual(fills, ['#e3f1ee', '#00403d', '#e6e6e3'])
})

test('a map of a district that has no boundary here is refused', async () => {
  const districts = [{ code: 'E07000001', name: 'Nowhere', value: 1 }]
  await assert.rejects(
    chartSvg({ ...youngCarersByDistrict, districts }),
    new RangeError('no boundary for district E07000001'),
  )
})

test('charts without figures, with noughts and with negative figures are drawn all the same', async () => {
  for (const values of [
    [],
    [0, 0, 0],
    [-5, 3, -1],
    ['not recorded', 'not recorded', 'not recorded'],
  ]) {
    for (const kind of ['bars', 'columns', 'stacked', 'line'] as const) {
      const svg = await chartSvg({
        ...carersByDistrict,
        kind,
        series: [{ name: 'Carers', values }],
      })
      assert.doesNotMatch(svg, /NaN|Infinity/, `${kind} ${values.join()}`)
    }
  }
})
