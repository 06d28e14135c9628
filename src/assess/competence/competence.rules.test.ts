import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { competenceStarts, type Starts } from './competence.rules.ts'

const on = isoDate('2018-04-03')
const cases: readonly [string, string | null, Starts][] = [
  ['a child of nine', '2009-01-01', 'to_be_seen'],
  ['the day before a sixteenth birthday', '2002-04-04', 'to_be_seen'],
  ['a sixteenth birthday', '2002-04-03', 'taken_to_be_able'],
  ['the day before an eighteenth birthday', '2000-04-04', 'taken_to_be_able'],
  ['an eighteenth birthday', '2000-04-03', 'adult'],
  ['nobody knows how old', null, 'to_be_seen'],
]

for (const [name, born, starts] of cases)
  test(`${name}: ${starts}`, () =>
    assert.equal(competenceStarts(born === null ? null : isoDate(born), on), starts))
