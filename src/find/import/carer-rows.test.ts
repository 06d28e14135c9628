import { test } from 'node:test'
import assert from 'node:assert/strict'
import { aYoungCarer, anAdult, csvFile, read, type Row } from './testing.ts'

const adults = (...rows: readonly Row[]) => {
  const [file] = read([csvFile('adult_carers.csv', rows)]).adult_carers
  assert.ok(file)
  return file
}

test('a row of the register becomes a carer, whatever it is written like', () => {
  const { taken, refused } = adults(anAdult())
  assert.deepEqual(refused, [])
  assert.deepEqual(taken[0]?.warnings, [])
  assert.deepEqual(taken[0]?.row, {
    id: 'WAC000001',
    title: 'Mrs',
    givenName: 'Margaret',
    familyName: 'Tolley',
    knownAs: 'Peg',
    birth: '1947-07-14',
    address1: '12 Orchard Road',
    address2: null,
    town: 'Worcester',
    postcode: 'WR5 2NP',
    homePhone: '01632960287',
    mobilePhone: null,
    email: 'peg@example.org',
    nhsNumber: '9990925631',
    gender: 'female',
    ethnicGroup: 'white_british',
    gpPractice: 'Davenal House',
    kind: 'adult_carer',
    referralSource: 'gp_practice',
    registration: { state: 'active', registeredOn: '2012-04-03', endedOn: null, endReason: null },
    caredFor: { givenName: 'Brian', familyName: 'Tolley', birth: '1945-02-01' },
    relationship: 'spouse_partner',
    conditions: ['dementia', 'stroke'],
    hours: '50_plus',
    livesTogether: true,
    employment: 'retired',
    mayPost: true,
    mayEmail: false,
    mayPhone: true,
    mayText: null,
    caringNews: null,
    language: 'English',
    format: 'large_print',
    card: null,
    note: 'Prefers "mornings"',
  })
})

const refusals: readonly (readonly [what: string, changes: Row, field: string, words: RegExp])[] = [
  ['without any name', { Forename: '', Surname: '?', 'Known As': '' }, 'Name', /no name/],
  ['with a surname that says unknown', { Surname: 'UNKNOWN' }, 'Surname', /Enter the surname/],
  ['without a first name', { Forename: '', 'Known As': '' }, 'First name', /Enter the first name/],
  ['born on a day that never was', { 'Date of Birth': '31/02/1951' }, 'Date of birth', /not a day/],
  ['born in the future', { 'Date of Birth': '14/07/2031' }, 'Date of birth', /in the past/],
  [
    'registered before birth',
    { 'Date of Birth': '12/05/1990', 'Date Registered': '01/03/1985' },
    'Date registered',
    /before the date of birth/,
  ],
  [
    'registered on no day',
    { 'Date Registered': '' },
    'Date registered',
    /Enter the date registered/,
  ],
  [
    'registered in the future',
    { 'Date Registered': '01/04/2018' },
    'Date registered',
    /in the past/,
  ],
  ['with a status nobody knows', { Status: '??' }, 'Status', /"\?\?".*Active or Closed/],
  ['with a status that was doubted', { Status: 'Archived?' }, 'Status', /Archived/],
  ['without a status', { Status: '' }, 'Status', /blank/],
  ['without an id', { 'Client ID': ' ' }, 'Id', /Enter the id/],
]
for (const [what, changes, field, words] of refusals) {
  test(`a row ${what} is refused, with the field and what to do`, () => {
    const { taken, refused } = adults(anAdult(changes), anAdult({ 'Client ID': 'WAC000002' }))
    assert.deepEqual(
      taken.map(({ row }) => row.id),
      ['WAC000002'],
    )
    assert.equal(refused.length, 1)
    assert.equal(refused[0]?.line, 2)
    assert.equal(refused[0].reasons[0]?.field, field)
    assert.match(refused[0].reasons[0].message, words)
  })
}

test('of two rows with one id the second is refused and told of the first', () => {
  const { taken, refused } = adults(
    anAdult(),
    anAdult({ 'Client ID': 'wac 000001', Forename: 'Ann' }),
  )
  assert.equal(taken[0]?.row.givenName, 'Margaret')
  assert.match(refused[0]?.reasons[0]?.message ?? '', /Line 2 has the id wac 000001 already/)
})

test('an id is free again where its first row was refused for something else', () => {
  const { taken } = adults(anAdult({ Status: '??' }), anAdult({ Forename: 'Ann' }))
  assert.equal(taken[0]?.row.givenName, 'Ann')
})

test('a row with too few or too many cells is refused for that alone', () => {
  const whole = csvFile('adult_carers.csv', [anAdult(), anAdult({ 'Client ID': 'WAC000002' })])
  const many = Array.from({ length: 40 }, (_, at) =>
    Object.values(anAdult({ 'Client ID': `W${at}`, Notes: '' })).join(','),
  )
  const bytes = Buffer.from(
    [Buffer.from(whole.bytes).toString().trim(), ...many, 'WAC3,Mrs,Ann', `${many[0]},x,y`].join(
      '\r\n',
    ),
  )
  const refused = read([{ name: 'adult_carers.csv', bytes }]).adult_carers[0]?.refused ?? []
  assert.deepEqual(
    refused.map(({ reasons }) => reasons.map(({ field }) => field)),
    [['Row'], ['Row']],
  )
  assert.match(refused[0]?.reasons[0]?.message ?? '', /3 cells and the file has 38 columns/)
})

test('an export that leaves off blank cells at the ends of rows is read', () => {
  const text = Buffer.from(csvFile('a.csv', [anAdult({ Notes: '', Format: '' })]).bytes).toString()
  const bytes = Buffer.from(text.replace(/,,\r\n$/, '\r\n'))
  assert.equal(read([{ name: 'a.csv', bytes }]).adult_carers[0]?.taken.length, 1)
})

const warnings: readonly (readonly [what: string, changes: Row, field: string])[] = [
  ['a postcode that is none', { Postcode: 'WR99' }, 'Postcode'],
  ['an NHS number whose check digit is wrong', { 'NHS No': '999 092 5632' }, 'NHS number'],
  ['an e-mail address without an at sign', { Email: 'peg.example.org' }, 'E-mail'],
  ['a telephone number too short', { 'Home Phone': '960287' }, 'Home telephone'],
  [
    'a cared-for person born in the future',
    { 'Cared For DOB': '01/01/2099' },
    'Date of birth of the cared-for person',
  ],
  ['an ethnic group nobody knows', { 'Ethnic Origin': 'Martian' }, 'Ethnic group'],
  ['a condition nobody knows', { 'Condition(s)': 'Gout' }, 'Conditions'],
  ['neither yes nor no', { 'Post OK': 'sometimes' }, 'Post agreed'],
  ['a date closed on an active record', { 'Date Closed': '01/02/2018' }, 'Date closed'],
]
for (const [what, changes, field] of warnings) {
  test(`a row with ${what} is taken without it, and told so`, () => {
    const { taken } = adults(anAdult(changes))
    assert.deepEqual(
      taken[0]?.warnings.map((warning) => warning.field),
      [field],
    )
  })
}

test('what an ended record says of its end is kept', () => {
  const { taken } = adults(
    anAdult({ Status: 'Inactive', 'Date Closed': '18/03/2018', 'Reason Closed': 'Cared-for died' }),
  )
  assert.deepEqual(taken[0]?.row.registration, {
    state: 'ended',
    registeredOn: '2012-04-03',
    endedOn: '2018-03-18',
    endReason: 'cared_for_died',
  })
})

test('who cares for a child is a parent carer where the register does not say', () => {
  const { taken } = adults(
    anAdult({ 'Carer Type': '', 'Cared For Is My': 'Child', 'Cared For DOB': '4-Oct-09' }),
  )
  assert.equal(taken[0]?.row.kind, 'parent_carer')
  assert.equal(taken[0]?.row.caredFor?.birth, '2009-10-04')
})

test('names in one column are taken apart', () => {
  const { Forename: _f, Surname: _s, Title: _t, ...others } = anAdult()
  const named = (id: string, name: string): Row => ({
    'Carer name': name,
    ...others,
    'Client ID': id,
    'Known As': '',
  })
  const { taken } = adults(
    named('A1', 'Tolley, Mrs Margaret'),
    named('A2', 'Dr Brian van Dyke'),
    named('A3', 'Susan "Sue" Day'),
  )
  assert.deepEqual(
    taken.map(({ row }) => [row.title, row.givenName, row.familyName, row.knownAs]),
    [
      ['Mrs', 'Margaret', 'Tolley', null],
      ['Dr', 'Brian', 'van Dyke', null],
      [null, 'Susan', 'Day', 'Sue'],
    ],
  )
})

test('an address in one cell gives its postcode and town', () => {
  const { 'Address 1': _1, 'Address 2': _2, Town: _3, Postcode: _4, ...others } = anAdult()
  const { taken } = adults({
    ...others,
    Address: 'Flat 2, 12 Orchard Road, Oadby, Leicester LE2 5AB',
  })
  const { address1, address2, town, postcode } = taken[0]?.row ?? {}
  assert.deepEqual(
    [address1, address2, town, postcode],
    ['Flat 2', '12 Orchard Road, Oadby', 'Leicester', 'LE2 5AB'],
  )
})

test('a row of the young carers’ register becomes a young carer', () => {
  const [file] = read([
    csvFile('young_carers.csv', [
      aYoungCarer(),
      aYoungCarer({ 'YC Ref': 'YSS00002', 'Date closed': '01/09/2016' }),
    ]),
  ]).young_carers
  const {
    givenName,
    birth,
    schoolStage,
    relationship,
    role,
    supportLevel,
    registration,
    safeguarding,
    neetRisk,
  } = file?.taken[0]?.row ?? {}
  assert.deepEqual(
    {
      givenName,
      birth,
      schoolStage,
      relationship,
      role,
      supportLevel,
      registration,
      safeguarding,
      neetRisk,
    },
    {
      givenName: 'Tyler',
      birth: '2004-11-05',
      schoolStage: 'secondary',
      relationship: 'sibling',
      role: 'secondary',
      supportLevel: '1a',
      registration: { state: 'active', registeredOn: '2016-09-05', endedOn: null, endReason: null },
      safeguarding: true,
      neetRisk: null,
    },
  )
  assert.deepEqual(
    file?.taken[1]?.warnings.map(({ field }) => field),
    ['Date closed'],
  )
})

test('of a row with a cell too many before its id, the id is told all the same', () => {
  const { 'Client ID': id = '', ...others } = anAdult()
  const rows = Array.from({ length: 9 }, (_, at) => ({
    Title: '',
    ...others,
    'Client ID': `${id}${at}`,
    Notes: '',
  }))
  const text = Buffer.from(csvFile('a.csv', rows).bytes).toString()
  const bytes = Buffer.from(text.replace('WAC0000013', 'slipped,in,WAC0000013'))
  const [file] = read([{ name: 'a.csv', bytes }]).adult_carers
  assert.deepEqual(
    file?.refused.map((row) => row.id),
    ['WAC0000013'],
  )
})
