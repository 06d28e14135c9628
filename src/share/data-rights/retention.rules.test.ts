import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDate, addDays } from '#platform/lib/dates.ts'
import { dueForErasure, keepLooksSince, keptUntil, type RetentionFacts } from './retention.rules.ts'

const day = isoDate
const facts = (of: Partial<RetentionFacts>): RetentionFacts => ({
  born: day('1950-01-01'),
  diedOn: null,
  kinds: ['adult_carer'],
  lastSupportEnd: null,
  lastContact: null,
  hadCase: false,
  lastPayment: null,
  openSafeguarding: false,
  lastSafeguarding: null,
  openRequest: false,
  lastRequest: null,
  held: false,
  ...of,
})

const cases: readonly (readonly [string, Partial<RetentionFacts>, string, string | null])[] = [
  ['advice alone: two years', { lastContact: day('2016-03-01') }, 'asc_contact_only', '2018-03-02'],
  [
    'a case: eight years from the later of end and contact',
    { hadCase: true, lastContact: day('2016-03-01'), lastSupportEnd: day('2017-03-01') },
    'asc_case',
    '2025-03-02',
  ],
  ['no known day: its time has not begun', {}, 'asc_contact_only', null],
  [
    'a young carer: to the 25th birthday',
    { kinds: ['young_carer'], born: day('2004-05-06') },
    'young_carer',
    '2029-05-07',
  ],
  [
    'to the 26th where support ended at 17',
    { kinds: ['young_carer'], born: day('2004-05-06'), lastSupportEnd: day('2021-06-01') },
    'young_carer',
    '2030-05-07',
  ],
  [
    'a young carer who died: eight years',
    { kinds: ['young_carer'], diedOn: day('2018-01-01') },
    'young_carer',
    '2026-01-02',
  ],
  [
    'a young carer whose birth is not known: kept',
    { kinds: ['young_carer'], born: null },
    'young_carer',
    null,
  ],
  [
    'payments: six years from the end of the financial year',
    { lastPayment: day('2016-04-01') },
    'finance',
    '2023-04-01',
  ],
  ['a payment on the year’s last day', { lastPayment: day('2017-03-31') }, 'finance', '2023-04-01'],
  ['an open concern: kept', { openSafeguarding: true }, 'safeguarding_adult', null],
  [
    'a closed concern: eight years',
    { lastSafeguarding: day('2017-01-01') },
    'safeguarding_adult',
    '2025-01-02',
  ],
  ['an open request: kept', { openRequest: true }, 'sar_foi', null],
  ['a closed request: three years', { lastRequest: day('2017-01-01') }, 'sar_foi', '2020-01-02'],
]
for (const [what, of, rule, until] of cases) {
  test(what, () => {
    const kept = keptUntil(facts(of)).find((each) => each.rule === rule)
    assert.equal(kept?.until, until)
    assert.ok((kept?.because ?? '') !== '')
  })
}

test('a young carer who became an adult carer is kept by the longer of the two', () => {
  const both = facts({
    kinds: ['young_carer', 'adult_carer'],
    born: day('1990-05-06'),
    lastContact: day('2020-01-01'),
    hadCase: true,
  })
  assert.equal(dueForErasure(both, day('2028-01-01')), null)
  assert.equal(dueForErasure(both, day('2028-01-02'))?.rule, 'asc_case')
})

test('nothing that is held, or of which one part is still kept, is due', () => {
  const old = { lastContact: day('2001-01-01') }
  const today = day('2018-04-03')
  assert.ok(dueForErasure(facts(old), today))
  for (const more of [
    { held: true },
    { openRequest: true },
    { openSafeguarding: true },
    { lastPayment: today },
  ])
    assert.equal(dueForErasure(facts({ ...old, ...more }), today), null)
})

test('once due, always due; a later contact never brings the end nearer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 0, max: 9000 }),
      (contact, after) => {
        const of = facts({ lastContact: addDays(day('2000-01-01'), contact), hadCase: true })
        const today = addDays(day('2000-01-01'), after)
        const due = dueForErasure(of, today)
        if (due !== null) assert.ok(dueForErasure(of, addDays(today, 1)))
        const more = facts({ ...of, lastContact: addDays(of.lastContact!, 10) })
        if (dueForErasure(more, today) !== null) assert.ok(due)
      },
    ),
  )
})

test('who looked is kept six years', () => {
  assert.equal(keepLooksSince(day('2018-04-03')), '2012-04-03')
})
