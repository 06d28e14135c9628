import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedStepTargets } from '#people/pathway/pathway.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import { assessmentClock, assessmentDueOn } from './assessment-clock.rules.ts'
import { clockInWords } from './clock-words.ts'

const reckoning = { targets: shippedStepTargets, holidays: bankHolidays }
const askedOn = isoDate('2018-03-01')
const day = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text))

const cases: readonly [string, string | null, string, string][] = [
  ['runs until its last day', null, '2018-03-29', '28 days so far, due by Thursday 29 March 2018'],
  [
    'is overdue the day after',
    null,
    '2018-03-30',
    '29 days so far, overdue since Thursday 29 March 2018',
  ],
  ['is met by a completion on its last day', '2018-03-29', '2018-06-01', '28 days, in time'],
  [
    'is missed by a later one, and stops counting there',
    '2018-04-10',
    '2018-06-01',
    '40 days, after its day (Thursday 29 March 2018)',
  ],
]

for (const [name, ended, today, words] of cases) {
  test(`the clock ${name}`, () => {
    const of = { kind: 'adult_carer', askedOn, endedOn: day(ended) } as const
    const clock = assessmentClock(of, isoDate(today), reckoning)
    assert.equal(clock === null ? null : clockInWords(clock), words)
    assert.equal(clock?.dueOn, assessmentDueOn({ kind: 'adult_carer', askedOn }, reckoning))
  })
}

test('a young carer’s is due 45 working days after it was asked for, without the holidays', () => {
  assert.equal(assessmentDueOn({ kind: 'young_carer', askedOn }, reckoning), '2018-05-08')
})

test('there is no clock where nobody knows when it was asked for', () => {
  const of = { kind: 'adult_carer', askedOn: null, endedOn: null } as const
  assert.equal(assessmentClock(of, askedOn, reckoning), null)
})
