import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#platform/access/actor.ts'
import type { Duty } from '#platform/access/duties.ts'
import type { Figure } from '#platform/room.ts'
import { house } from '../testing.ts'
import { figureFor, hasWithheld } from './shown-figure.ts'

const holding = (...duties: readonly Duty[]): Actor => ({ ...house, duties })

const districts: Figure = {
  value: 40,
  rows: 40,
  by_district: { Bromsgrove: 2, Redditch: 30, Wychavon: 8 },
}

const courses: Figure = {
  value: 30,
  rows: 30,
  table: {
    A: { Q1: 3, Q2: 7, total: 10 },
    B: { Q1: 12, Q2: 8, total: 20 },
    total: { Q1: 15, Q2: 15, total: 30 },
  },
}

test('whoever works with carers sees every number', () => {
  for (const duty of ['manager', 'council_practitioner', 'safeguarding_lead'] as const)
    assert.equal(figureFor(holding('analyst', duty), districts), districts)
})

test('analysts and commissioners see words in place of small numbers, and of those that give them away', () => {
  for (const duty of ['analyst', 'commissioner'] as const) {
    const shown = figureFor(holding(duty), districts)
    assert.deepEqual(shown, {
      value: 40,
      rows: 40,
      by_district: { Bromsgrove: 'fewer than 5', Redditch: 30, Wychavon: 'not shown' },
    })
    assert.ok(hasWithheld(shown))
  }
})

test('a table is looked at by rows and by columns, with their totals', () => {
  const shown = figureFor(holding('analyst'), courses)
  assert.deepEqual(shown.table, {
    A: { Q1: 'fewer than 5', Q2: 'not shown', total: 10 },
    B: { Q1: 'not shown', Q2: 'not shown', total: 20 },
    total: { Q1: 15, Q2: 15, total: 30 },
  })
})

test('years and the figure itself stand: they are the county’s totals', () => {
  const figure: Figure = { value: 3, rows: 3, by_year: { '2016/17': 2, '2017/18': 3 } }
  const shown = figureFor(holding('commissioner'), figure)
  assert.deepEqual(shown, figure)
  assert.ok(!hasWithheld(shown))
})
