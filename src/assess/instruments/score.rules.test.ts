import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findInstrument, instruments, shippedTexts, type Instrument } from './instrument.ts'
import { score, type ItemAnswers } from './score.rules.ts'

const maca = findInstrument('maca-yc18-1')!
const panoc = findInstrument('panoc-yc20-1')!
const wellbeing = findInstrument('wellbeing-check-1')!

function all(instrument: Instrument, code: number, but: ItemAnswers = {}): ItemAnswers {
  return { ...Object.fromEntries(instrument.items.map(({ id }) => [id, code])), ...but }
}

function positives(code: number, others: number): ItemAnswers {
  const positive = panoc.scales.find(({ id }) => id === 'positive')?.items ?? []
  return all(panoc, others, Object.fromEntries(positive.map((id) => [id, code])))
}

const some = { m01: 2, m02: 2, m03: 2, m13: 2, m14: 2 }

// Worked examples: what was answered, and every score and band that it comes to.
const worked: readonly [
  string,
  Instrument,
  ItemAnswers,
  Record<string, number>,
  readonly string[],
][] = [
  [
    'every caring activity some of the time',
    maca,
    all(maca, 1),
    { total: 18, domestic: 3, household: 3, financial: 3, personal: 3, emotional: 3, sibling: 3 },
    ['Very high amount'],
  ],
  [
    'five activities a lot of the time',
    maca,
    all(maca, 0, some),
    { total: 10, domestic: 6, household: 0, financial: 0, personal: 0, emotional: 4, sibling: 0 },
    ['Moderate amount'],
  ],
  [
    'every outcome some of the time',
    panoc,
    all(panoc, 1),
    { positive: 10, negative: 10 },
    ['Relatively few positive outcomes', 'Relatively high negative outcomes'],
  ],
  [
    'all that is good and nothing that is not',
    panoc,
    positives(2, 0),
    { positive: 20, negative: 0 },
    ['Relatively high positive outcomes', 'No negative outcomes reported'],
  ],
  [
    'the wellbeing check at its middle',
    wellbeing,
    all(wellbeing, 2),
    { total: 14 },
    ['Middle third'],
  ],
]

for (const [name, instrument, answers, scores, bands] of worked) {
  test(`${instrument.name}: ${name}`, () => {
    const { scales, missing } = score(instrument, answers)
    assert.deepEqual(Object.fromEntries(scales.map((each) => [each.scale, each.score])), scores)
    assert.deepEqual(
      scales.flatMap(({ band }) => band ?? []),
      bands,
    )
    assert.deepEqual(missing, [])
  })
}

const edges: readonly [Instrument, string, number, string, boolean][] = [
  [maca, 'total', 0, 'No caring activity recorded', false],
  [maca, 'total', 9, 'Low amount of caring activity', false],
  [maca, 'total', 13, 'Moderate amount', false],
  [maca, 'total', 14, 'High amount', false],
  [maca, 'total', 17, 'High amount', false],
  [panoc, 'positive', 12, 'Relatively few positive outcomes', true],
  [panoc, 'positive', 13, 'Relatively high positive outcomes', false],
  [panoc, 'negative', 8, 'Relatively few negative outcomes', false],
  [panoc, 'negative', 9, 'Relatively high negative outcomes', true],
]

for (const [instrument, id, sum, band, concern] of edges) {
  test(`${instrument.name}: ${sum} on the ${id} scale is read as: ${band}`, () => {
    const scale = instrument.scales.find((each) => each.id === id)!
    const twos = Object.fromEntries(scale.items.slice(0, sum >> 1).map((item) => [item, 2]))
    const odd = sum % 2 === 1 ? { [scale.items[sum >> 1]!]: 1 } : {}
    const found = score(instrument, all(instrument, 0, { ...twos, ...odd })).scales.find(
      (each) => each.scale === id,
    )
    assert.deepEqual([found?.score, found?.band, found?.concern], [sum, band, concern])
  })
}

test('a scale with an answer missing has no score, and the whole ones keep theirs', () => {
  const { m18: _, ...answers } = all(maca, 1)
  const { scales, missing } = score(maca, answers)
  const scores = Object.fromEntries(scales.map((each) => [each.scale, each.score]))
  assert.deepEqual([scores['total'], scores['sibling'], scores['domestic']], [null, null, 3])
  assert.deepEqual(missing, ['m18'])
})

const alerting: readonly [string, ItemAnswers, readonly string[], string | null][] = [
  ['nothing', all(panoc, 0), [], null],
  ['the gravest item at all', all(panoc, 0, { p16: 1 }), ['p16'], 'now'],
  ['another grave item some of the time', all(panoc, 0, { p09: 1 }), [], null],
  ['another grave item a lot of the time', all(panoc, 0, { p13: 2 }), ['p13'], 'same_day'],
  ['both', all(panoc, 0, { p16: 2, p11: 2 }), ['p16', 'p11'], 'now'],
  ['the gravest item alone, the rest unanswered', { p16: 1 }, ['p16'], 'now'],
]

for (const [name, answers, items, urgency] of alerting) {
  test(`alerts: ${name}`, () => {
    const scored = score(panoc, answers)
    assert.deepEqual(
      scored.alerts.map(({ item }) => item),
      items,
    )
    assert.equal(scored.urgency, urgency)
  })
}

test('never feeling safe at home is to be looked at on the same day', () => {
  assert.equal(score(wellbeing, all(wellbeing, 3, { w6: 0 })).urgency, 'same_day')
  assert.equal(score(wellbeing, all(wellbeing, 3)).urgency, null)
})

for (const instrument of instruments) {
  test(`${instrument.name}: every score that can come out has exactly one band, and none leaves the scale`, () => {
    const codes = instrument.options.map(({ code }) => code)
    const shape = Object.fromEntries(
      instrument.items.map(({ id }) => [id, fc.constantFrom(...codes)]),
    )
    fc.assert(
      fc.property(fc.record(shape), (answers) => {
        for (const found of score(instrument, answers).scales) {
          assert.ok(found.score !== null && found.score >= 0 && found.score <= found.max)
          const { bands } = instrument.scales.find(({ id }) => id === found.scale)!
          const fitting = bands.filter(({ min, max }) => min <= found.score! && found.score! <= max)
          assert.equal(fitting.length, bands.length === 0 ? 0 : 1)
        }
      }),
    )
  })

  test(`${instrument.name}: its scales and alerts name items that it has`, () => {
    const items = instrument.items.map(({ id }) => id)
    assert.equal(new Set(items).size, items.length)
    const named = [
      ...instrument.scales.flatMap((scale) => scale.items),
      ...instrument.alerts.map(({ item }) => item),
    ]
    assert.deepEqual(
      named.filter((id) => !items.includes(id)),
      [],
    )
  })
}

test('only our own measures are shipped with their words, and each says that it is no national one', () => {
  assert.deepEqual(
    instruments.filter((each) => shippedTexts(each) !== null).map(({ version }) => version),
    ['wellbeing-check-1', 'six-questions-1'],
  )
  assert.ok([maca, panoc].every(({ items }) => items.every(({ text }) => text === undefined)))
  assert.equal(wellbeing.label, 'Not a national instrument')
  assert.equal(findInstrument('six-questions-1')?.label, 'Not the national survey')
})
