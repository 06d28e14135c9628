import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { kindOfRegistration, wayForBirth } from './kind.rules.ts'

const today = isoDate('2026-11-22')

const cases: readonly [string, string, string, string][] = [
  ['the day before the 18th birthday', '2008-11-23', 'parent', 'young_carer'],
  ['the 18th birthday', '2008-11-22', 'parent', 'young_adult_carer'],
  ['the day before the 25th birthday', '2001-11-23', 'sibling', 'young_adult_carer'],
  ['the 25th birthday', '2001-11-22', 'sibling', 'adult_carer'],
  ['a grown-up whose child needs extra help', '1985-01-01', 'child', 'parent_carer'],
  ['a parent of 19 whose child needs extra help', '2007-01-01', 'child', 'parent_carer'],
  ['a parent of 17', '2009-01-01', 'child', 'young_carer'],
  ['someone who looks after several people', '1950-01-01', 'more_than_one', 'adult_carer'],
]

for (const [who, born, relationship, kind] of cases) {
  test(`${who} registers as ${kind}`, () => {
    assert.equal(kindOfRegistration({ dateOfBirth: isoDate(born), relationship }, today), kind)
  })
}

test('the young carers’ way ends on the 18th birthday', () => {
  assert.equal(wayForBirth(isoDate('2008-11-23'), today), 'young')
  assert.equal(wayForBirth(isoDate('2008-11-22'), today), 'adult')
})
