import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import type { Actor } from '#platform/access/actor.ts'
import {
  isLate,
  lookDays,
  lookDueOn,
  whyAnswerNotSendable,
  whyNotToAsk,
  whyNotToLook,
} from './second-look.rules.ts'
import { lookTargets } from './second-look.ts'

const targets = [
  { from_on: '2015-04-01', working_days: 20 },
  { from_on: '2019-04-01', working_days: 10 },
]

for (const [asked, due] of [
  ['2018-04-03', '2018-05-01'],
  ['2018-03-28', '2018-04-27'],
  ['2019-03-29', '2019-04-30'],
  ['2019-04-01', '2019-04-15'],
] as const) {
  test(`asked for on ${asked} it is answered by ${due}, under the promise of its day`, () => {
    assert.equal(lookDueOn(isoDate(asked), { holidays: bankHolidays, targets }), due)
  })
}

test('the promises as data stand in the order of their days', () => {
  const days = lookTargets.map(({ from_on }) => from_on)
  assert.deepEqual(days, days.toSorted())
  assert.equal(lookDays(isoDate('2000-01-01')), lookTargets[0]!.working_days)
})

test('it is late the day after it was due, until the answer is sent', () => {
  const look = { dueOn: isoDate('2018-05-01'), sentAt: null }
  assert.equal(isLate(look, isoDate('2018-05-01')), false)
  assert.equal(isLate(look, isoDate('2018-05-02')), true)
  assert.equal(isLate({ ...look, sentAt: '2018-05-03T09:00:00Z' }, isoDate('2018-05-04')), false)
})

const sent = { id: 'a', number: 1, sentAt: '2018-04-01T09:00:00Z' }
const newer = { number: 2, sentAt: '2018-04-02T09:00:00Z' }
for (const [name, of, words] of [
  ['what was sent', {}, null],
  ['what was not sent', { determination: { ...sent, sentAt: null } }, /not been sent yet/],
  ['what a newer one replaced', { all: [sent, newer] }, /There is a newer decision/],
  ['what a newer draft will replace', { all: [sent, { ...newer, sentAt: null }] }, null],
  ['what is looked at', { looks: [{ determinationId: 'a', sentAt: null }] }, /already/],
  [
    'what was looked at',
    { looks: [{ determinationId: 'a', sentAt: '2018-04-03T09:00:00Z' }] },
    null,
  ],
  ['while another is looked at', { looks: [{ determinationId: 'b', sentAt: null }] }, null],
] as const) {
  test(`asking about ${name}: ${words === null ? 'may be' : 'may not be'}`, () => {
    const why = whyNotToAsk({ determination: sent, all: [sent], looks: [], ...of })
    if (words === null) assert.equal(why, null)
    else assert.match(why ?? '', words)
  })
}

const jo = 'account of Jo'
const pat = 'account of Pat'
for (const [name, duty, accountId, decided, words] of [
  ['another assessor', 'assessor', 'Sam', { decidedAs: 'delegate' }, null],
  ['the assessor who decided', 'assessor', jo, { decidedAs: 'delegate' }, /You decided this/],
  ['who countersigned', 'council_practitioner', pat, { decidedAs: 'proposal' }, /You decided this/],
  [
    'an assessor, of what the council signed',
    'assessor',
    'Sam',
    { decidedAs: 'proposal' },
    /The council decided/,
  ],
  [
    'an assessor, of what the council decided',
    'assessor',
    'Sam',
    { decidedAs: 'authority' },
    /The council decided/,
  ],
  ['another practitioner', 'council_practitioner', 'Kim', { decidedAs: 'authority' }, null],
  [
    'a practitioner, of what is delegated',
    'council_practitioner',
    'Kim',
    { decidedAs: 'delegate' },
    null,
  ],
  ['a manager', 'manager', 'Lee', { decidedAs: 'delegate' }, /An assessor or one/],
] as const) {
  test(`looking again by ${name}: ${words === null ? 'may be' : 'may not be'}`, () => {
    const actor = { duties: [duty], accountId } as unknown as Actor
    const determination = { decidedBy: jo, countersignedBy: pat, ...decided }
    const why = whyNotToLook({ determination, actor })
    if (words === null) assert.equal(why, null)
    else assert.match(why ?? '', words)
  })
}

test('an answer that it changes waits for the new decision', () => {
  const look = { id: 'l', answer: 'changed' as const, sentAt: null }
  const made = { secondLookId: 'l', state: 'decided' as const }
  assert.match(whyAnswerNotSendable(look, []) ?? '', /new decision has to be made/)
  assert.match(
    whyAnswerNotSendable(look, [{ ...made, state: 'to_countersign' }]) ?? '',
    /has to be made/,
  )
  assert.equal(whyAnswerNotSendable(look, [made]), null)
  assert.equal(whyAnswerNotSendable({ ...look, answer: 'stands' }, []), null)
  assert.match(whyAnswerNotSendable({ ...look, answer: null }, []) ?? '', /Nobody has answered/)
  assert.match(whyAnswerNotSendable({ ...look, sentAt: 'x' }, []) ?? '', /has been sent/)
})
