import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { whichAssessment, type KnownAs } from './which-assessment.rules.ts'

const today = isoDate('2018-03-31')

const cases: readonly [string, string | null, KnownAs, string][] = [
  ['an adult who looks after an adult', '1950-05-01', 'adult_carer', 'adult_carer'],
  [
    'the parent of a disabled child is never put to the adult test',
    '1980-05-01',
    'parent_carer',
    'parent_carer',
  ],
  [
    'a child is a young carer whatever a service calls them',
    '2000-04-01',
    'young_adult_carer',
    'young_carer',
  ],
  [
    'on the eighteenth birthday the adult law applies',
    '2000-03-31',
    'young_adult_carer',
    'adult_carer',
  ],
  ['a young carer who has grown up is an adult carer', '1999-01-01', 'young_carer', 'adult_carer'],
  ['without a date of birth the service is believed', null, 'young_carer', 'young_carer'],
  ['nothing known is taken for an adult', null, null, 'adult_carer'],
]

for (const [name, born, knownAs, kind] of cases) {
  test(name, () => {
    const bornOn = born === null ? null : isoDate(born)
    assert.equal(whichAssessment({ bornOn, knownAs, today }).kind, kind)
  })
}
