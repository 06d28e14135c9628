import { test } from 'node:test'
import assert from 'node:assert/strict'
import { mapAsSaved, mapColumns } from './columns.ts'
import { kindOf } from './headings.ts'
import { readTable, type Table } from './read-table.ts'

function tableOf(...lines: readonly string[]): Table {
  const read = readTable(lines.join('\n'))
  assert.ok(read.ok)
  return read.value
}

const found = (headings: string) => {
  const table = tableOf(headings, headings.replace(/[^,]+/g, 'x'))
  const mapping = mapColumns(table, 'export.csv')
  if (mapping === null) return null
  const columns: Record<string, string | undefined> = {}
  for (const [field, at] of Object.entries(mapping.places)) columns[field] = table.headings[at]
  return { ...mapping, columns }
}

const kinds: readonly (readonly [headings: string, kind: string])[] = [
  ['Client ID,Forename,Surname,Date of Birth,Date Registered,Status', 'adult_carers'],
  [
    'Ref,First Name,Last Name,DOB,Sex,Ethnicity,Post Code,Start Date,Case status,Surgery',
    'adult_carers',
  ],
  [
    'YC Ref,First name,Last name,DOB,School stage,Cares for,Role,Support level,Date referred,NEET risk',
    'young_carers',
  ],
  ['Referral No,Client ID,Date Received,From,Reason,Date First Contact,Outcome', 'referrals'],
  ['Assessment No,Ref,Assessment date,Assessment type,How,Result', 'assessments'],
  ['DP Ref,Carer Ref,Payment date,Amount (£),Purpose', 'payments'],
  ['Booking No,Course name,Date attended,Location,Carer Ref', 'training'],
  ['Session Ref,Venue,Session date,YC ID,Session type,Duration', 'sessions'],
  ['Support group,Town,Meets', 'groups'],
  ['Client ID,Other Client ID,Decision', 'decisions'],
]
for (const [headings, kind] of kinds) {
  test(`"${headings}" are the headings of ${kind}`, () => assert.equal(found(headings)?.kind, kind))
}

test('headings that no kind has are not guessed at', () => {
  assert.equal(found('Client ID,Person,What it is,Why'), null)
  assert.equal(found('apples,pears'), null)
})

test('the carer’s own columns and the cared-for person’s are told apart', () => {
  const mapping = found(
    'Ref,DOB,Cared-for DOB,First Name,CF First Name,Surname,Cared for surname,Registration date',
  )
  assert.deepEqual(mapping?.unused, [])
  assert.deepEqual(mapping.columns, {
    id: 'Ref',
    birth: 'DOB',
    cared_for_birth: 'Cared-for DOB',
    forename: 'First Name',
    cared_for_forename: 'CF First Name',
    surname: 'Surname',
    cared_for_surname: 'Cared for surname',
    registered_on: 'Registration date',
  })
})

test('headings with a slip, run together or with a hint in brackets are known', () => {
  const columns = found(
    'Ref,FirstName,Surnmae,Date of birth (dd/mm/yyyy),post_code,Date registered',
  )?.columns
  assert.deepEqual(
    [columns?.['forename'], columns?.['surname'], columns?.['birth'], columns?.['postcode']],
    ['FirstName', 'Surnmae', 'Date of birth (dd/mm/yyyy)', 'post_code'],
  )
})

test('the one reference in a file of events is the carer’s', () => {
  assert.equal(found('Ref,Assessment date,Type,Outcome')?.columns['carer_id'], 'Ref')
})

test('a column under a strange heading is known by what its cells look like', () => {
  const rows = Array.from(
    { length: 6 },
    (_, at) => `${at},Ann,Lee,0${at + 1}/05/2016,WR5 2N${'PQRSTU'[at]},jo${at}@example.org`,
  )
  const table = tableOf('Ref,First name,Surname,Start date,Where they live,Zz', ...rows)
  const places = mapColumns(table, 'x.csv')?.places
  assert.deepEqual([places?.['postcode'], places?.['email']], [4, 5])
})

test('what is missing is told by its label', () => {
  const mapping = mapAsSaved(kindOf('payments'), tableOf('a,b', '1,2'), {
    kind: 'payments',
    headings: { carer_id: 'a', amount: 'gone' },
  })
  assert.deepEqual(mapping.places, { carer_id: 0 })
  assert.deepEqual(mapping.missing, ['Date paid', 'Amount'])
  assert.deepEqual(mapping.unused, ['b'])
})
