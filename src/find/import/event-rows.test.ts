import { test } from 'node:test'
import assert from 'node:assert/strict'
import { hoursFrom } from './session-rows.rules.ts'
import { aYoungCarer, anAdult, csvFile, read, type Row } from './testing.ts'

const carers = [
  csvFile('adult_carers.csv', [anAdult()]),
  csvFile('young_carers.csv', [aYoungCarer()]),
]

const referral = {
  'Referral No': 'R1',
  'Client ID': 'WAC000001',
  'Date Received': '12/07/2017',
  From: 'GP practice',
  Reason: 'Benefits',
  'Date First Contact': '13/07/2017',
  Outcome: 'Passed to council for assessment',
}
const assessment = {
  'Assessment No': 'A1',
  'Client ID': 'WAC000001',
  Date: '42502',
  Type: 'Joint with cared-for',
  Method: 'Face to face',
  Outcome: 'Eligible',
}
const payment = {
  'Payment No': 'DP1',
  'Client ID': 'WAC000001',
  'Date Paid': '07/02/2018',
  Amount: '£1,250.50',
  For: 'Laptop',
}
const training = {
  'Attendance No': 'T1',
  Course: 'Legal and financial',
  Date: '06/04/2017',
  Venue: 'Worcester',
  'Client ID': 'WAC000001',
}
const session = {
  'Session No': 'S1',
  Where: 'Warndon',
  Date: '27-Nov-17',
  'YC Ref': 'YSS00001',
  Kind: '1:1',
  Hours: '1.5',
}

const kinds = {
  referrals: referral,
  assessments: assessment,
  payments: payment,
  training,
  sessions: session,
}
type EventKind = keyof typeof kinds

const only = (kind: EventKind, row: Row) => {
  const [file] = read([...carers, csvFile(`${kind}.csv`, [row])])[kind]
  assert.ok(file)
  return file
}

const taken: readonly (readonly [EventKind, object])[] = [
  [
    'referrals',
    {
      id: 'R1',
      carerId: 'WAC000001',
      register: 'adult_carers',
      receivedOn: '2017-07-12',
      source: 'gp_practice',
      reason: 'benefits',
      firstContactOn: '2017-07-13',
      outcome: 'passed_to_council',
    },
  ],
  [
    'assessments',
    {
      id: 'A1',
      carerId: 'WAC000001',
      register: 'adult_carers',
      completedOn: '2016-05-12',
      kind: 'adult_carer',
      combined: true,
      method: 'face_to_face',
      outcome: 'eligible',
    },
  ],
  [
    'payments',
    {
      id: 'DP1',
      carerId: 'WAC000001',
      register: 'adult_carers',
      paidOn: '2018-02-07',
      amountPence: 125_050,
      purpose: 'Laptop',
    },
  ],
  [
    'training',
    {
      id: 'T1',
      carerId: 'WAC000001',
      register: 'adult_carers',
      course: 'Legal & Financial',
      heldOn: '2017-04-06',
      venue: 'Worcester',
    },
  ],
  [
    'sessions',
    {
      id: 'S1',
      carerId: 'YSS00001',
      register: 'young_carers',
      kind: 'one_to_one',
      where: 'Warndon',
      heldOn: '2017-11-27',
      hours: 1.5,
    },
  ],
]
for (const [kind, row] of taken) {
  test(`a row of ${kind} is read`, () =>
    assert.deepEqual(only(kind, kinds[kind]).taken[0]?.row, row))
}

const refused: readonly (readonly [EventKind, Row, field: string, words: RegExp])[] = [
  ['referrals', { ...referral, 'Client ID': 'WAC9' }, "Carer's id", /No carer goes by WAC9/],
  ['referrals', { ...referral, 'Client ID': '' }, "Carer's id", /whose row/],
  ['referrals', { ...referral, 'Date Received': '31/04/2017' }, 'Date received', /not a day/],
  ['assessments', { ...assessment, Type: 'Peculiar' }, 'Type', /"Peculiar"/],
  ['assessments', { ...assessment, Type: '' }, 'Type', /which assessment/],
  ['assessments', { ...assessment, Date: '' }, 'Date of assessment', /Enter the date/],
  ['payments', { ...payment, Amount: 'lots' }, 'Amount', /"lots" is not an amount/],
  ['payments', { ...payment, Amount: '99999999' }, 'Amount', /more than £100,000/],
  ['payments', { ...payment, Amount: '' }, 'Amount', /Enter the amount/],
  ['payments', { ...payment, Amount: '0.00' }, 'Amount', /more than nothing/],
  ['payments', { ...payment, 'Date Paid': '01/01/2099' }, 'Date paid', /in the past/],
  ['training', { ...training, Course: '' }, 'Course', /name of the course/],
  ['sessions', { ...session, Kind: '' }, 'Kind', /club or one to one/],
  ['sessions', { ...session, Hours: 'long' }, 'Hours', /not a number of hours/],
]
for (const [kind, row, field, words] of refused) {
  test(`a row of ${kind} is refused: ${words.source}`, () => {
    const file = only(kind, row)
    assert.equal(file.taken.length, 0)
    assert.equal(file.refused[0]?.reasons[0]?.field, field)
    assert.match(file.refused[0].reasons[0].message, words)
  })
}

test('a carer from an earlier import is known', () => {
  const known = read([csvFile('referrals.csv', [referral])], {
    knownCarer: (id) => id === 'WAC000001',
  })
  assert.equal(known.referrals[0]?.taken.length, 1)
})

test('rows that have no number of their own keep the same id whenever they are sent', () => {
  const { 'Attendance No': _none, ...row } = training
  const ids = () =>
    read([...carers, csvFile('training.csv', [row, row])]).training[0]?.taken.map(
      (taking) => taking.row.id,
    )
  assert.equal(new Set(ids()).size, 2)
  assert.deepEqual(ids(), ids())
})

test('hours in the ways people write them', () => {
  const cases = {
    '1': 1,
    '1.5': 1.5,
    '2h': 2,
    '1:30': 1.5,
    '90 mins': 1.5,
    '': null,
    '-': null,
    x: undefined,
    '99': undefined,
  }
  for (const [written, hours] of Object.entries(cases)) assert.equal(hoursFrom(written), hours)
})

test('groups are read by their names, and a name met twice is refused', () => {
  const rows = ['Malvern group', 'Malvern group', ''].map((Group) => ({
    Group,
    Town: 'Malvern',
    Meets: 'Last Thursday 19.00',
  }))
  const [file] = read([csvFile('support_groups.csv', rows)]).groups
  assert.deepEqual(
    file?.taken.map(({ row }) => row.name),
    ['Malvern group'],
  )
  assert.equal(file.refused.length, 2)
})

test('files that are none of ours are left, and told of', () => {
  const { leftOut } = read([
    csvFile('truth.csv', [{ Apple: '1', Pear: '2' }]),
    { name: 'x.xlsx', bytes: Buffer.from('PK\u0003\u0004') },
  ])
  assert.deepEqual(
    leftOut.map(({ name }) => name),
    ['truth.csv', 'x.xlsx'],
  )
})
