import { test } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { undoJoin } from '../duplicates/join-records.ts'
import type { SourceFile } from './read-file.ts'
import { takeAtOnce } from './take-at-once.ts'
import { aYoungCarer, anAdult, csvFile, type Row } from './testing.ts'

const worcestershire = knownAuthorities.find(({ code }) => code === 'worcestershire')!
const authorityId = worcestershire.id

const referral = {
  'Referral No': 'R1',
  'Client ID': 'WAC000001',
  'Date Received': '12/07/2017',
  From: 'GP practice',
  Reason: 'Benefits',
  'Date First Contact': '13/07/2017',
  Outcome: 'Supported by hub',
}
const payment = {
  'Payment No': 'DP1',
  'Client ID': 'WAC000002',
  'Date Paid': '07/02/2018',
  Amount: '250',
  For: 'Laptop',
}

/** Margaret twice, her second row with another spelling and a payment of its own; Tyler, a young carer. */
const extract: readonly SourceFile[] = [
  csvFile('adult_carers.csv', [
    anAdult({ Mobile: '', Email: '' }),
    anAdult({
      'Client ID': 'WAC000002',
      Forename: 'Peggy',
      'Known As': '',
      'Date Registered': '01/02/2016',
      Mobile: '07700 900562',
    }),
    anAdult({
      'Client ID': 'WAC000003',
      Forename: 'Brian',
      Surname: 'Day',
      'Known As': '',
      'Date of Birth': '02/03/1950',
      'NHS No': '',
      Email: '',
      'Home Phone': '',
      'Address 1': '3 Elm Close',
      'Cared For Forename': '',
      'Cared For Surname': '',
      'Cared For DOB': '',
    }),
    anAdult({ 'Client ID': 'WAC000004', Status: '??' }),
  ]),
  csvFile('young_carers.csv', [aYoungCarer()]),
  csvFile('referrals.csv', [referral]),
  csvFile('direct_payments.csv', [payment]),
]

async function county() {
  const { db } = await testDatabase()
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    asActor(db, systemActor({ authorityId, authorityCode: 'worcestershire', reason: 'test' }), work)
  const take = (
    files: readonly SourceFile[],
    decided: Parameters<typeof takeAtOnce>[1]['decided'] = [],
  ) => takeAtOnce(db, { authority: worcestershire, files, decided, clock: clockAt('2018-04-03') })
  const rows = async <T>(statement: ReturnType<typeof sql<T>>) =>
    (await as((tx) => statement.execute(tx))).rows
  const count = async (table: string): Promise<number> =>
    (await rows(sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`))[0]
      ?.n ?? -1
  return { db, as, take, rows, count }
}

const records = [
  'person',
  'involvement',
  'caring',
  'registration',
  'previous_id',
  'search_key',
  'referral',
  'payment',
  'record_join',
  'likely_pair',
  'import_row',
  'history',
]

test('an extract becomes people, what they do and what happened to them; the rest is kept with its reasons', async () => {
  const { take, rows, count } = await county()
  const { stored } = await take(extract)
  assert.deepEqual(stored, { added: 6, changed: 0 })
  const people = await rows(sql<{
    name: string
    merged: boolean
    district: string
    email: string
    mobile: string
  }>`
    select concat_ws(' ', given_name, family_name) as name, merged_into is not null as merged,
           district_code as district, email, mobile_phone as mobile
      from person where postcode is not null order by merged_into is not null, family_name, given_name`)
  assert.deepEqual(people, [
    { name: 'Brian Day', merged: false, district: 'E07000237', email: null, mobile: null },
    { name: 'Tyler Greaves', merged: false, district: 'E07000238', email: null, mobile: null },
    {
      name: 'Margaret Tolley',
      merged: false,
      district: 'E07000237',
      email: 'peg@example.org',
      mobile: '07700900562',
    },
    {
      name: 'Peggy Tolley',
      merged: true,
      district: 'E07000237',
      email: 'peg@example.org',
      mobile: '07700900562',
    },
  ])
  const refused = await rows(
    sql<{ line: number; reasons: unknown }>`select line, reasons from import_refusal`,
  )
  assert.deepEqual(refused, [
    {
      line: 5,
      reasons: [
        { field: 'Status', message: 'We do not know the status "??". Enter Active or Closed' },
      ],
    },
  ])
  assert.equal(await count('caring'), 3)
})

test('what was joined counts once, and its own rows went over', async () => {
  const { take, rows } = await county()
  await take(extract)
  const kept = await rows(sql<{ what: string; n: number }>`
    select 'previous ids' as what, count(*)::integer as n from previous_id x join person p on p.id = x.person_id where p.given_name = 'Margaret'
    union all select 'registrations', count(*)::integer from registration x join person p on p.id = x.person_id where p.given_name = 'Margaret'
    union all select 'payments', count(*)::integer from payment x join person p on p.id = x.person_id where p.given_name = 'Margaret'
    union all select 'cared for', count(*)::integer from caring x join person p on p.id = x.carer_id where p.given_name = 'Margaret'`)
  assert.deepEqual(Object.fromEntries(kept.map(({ what, n }) => [what, n])), {
    'previous ids': 2,
    registrations: 2,
    payments: 1,
    'cared for': 1,
  })
})

test('the same extract sent twice changes nothing', async () => {
  const { take, count } = await county()
  await take(extract)
  const before = await Promise.all(records.map(count))
  const { stored } = await take(extract)
  assert.deepEqual(stored, { added: 0, changed: 0 })
  const after = await Promise.all(records.map(count))
  // The second import leaves its own line, and what it refused, in the history of imports.
  const history = records.indexOf('history')
  assert.deepEqual(after.with(history, 0), before.with(history, 0))
  assert.equal((after[history] ?? 0) - (before[history] ?? 0), 3)
})

test('a row that says something else brings its record up to date, unless somebody has worked on it here', async () => {
  const { take, as, rows } = await county()
  await take(extract)
  const moved = (id: string, name: Row): Row =>
    anAdult({
      'Client ID': id,
      ...name,
      'Known As': '',
      'NHS No': '',
      Email: '',
      'Home Phone': '',
      'Address 1': '9 New Street',
      Status: 'Closed',
      'Date Closed': '01/03/2018',
      'Reason Closed': 'Moved',
    })
  await as((tx) =>
    sql`update person set town = 'Malvern', version = version + 1 where family_name = 'Tolley' and merged_into is null`.execute(
      tx,
    ),
  )
  const { stored } = await take([
    csvFile('adult_carers.csv', [
      moved('WAC000003', { Forename: 'Brian', Surname: 'Day' }),
      moved('WAC000001', {}),
    ]),
  ])
  assert.equal(stored.changed, 1)
  const people = await rows(sql<{ name: string; address: string; town: string; state: string }>`
    select p.family_name as name, p.address_1 as address, p.town, g.state
      from person p join registration g on g.person_id = p.id join previous_id x on x.id = g.id
     where x.source_id in ('WAC000001', 'WAC000003') order by 1`)
  assert.deepEqual(people, [
    { name: 'Day', address: '9 New Street', town: 'Worcester', state: 'ended' },
    { name: 'Tolley', address: '12 Orchard Road', town: 'Malvern', state: 'active' },
  ])
})

test('a note that no message is left is the rule by which we ring; what was asked here stands', async () => {
  const { take, rows } = await county()
  const quiet = anAdult({ Notes: 'Do not leave messages' })
  const twice = { ...quiet, 'Client ID': 'WAC000002', Notes: 'Please don’t leave voicemail' }
  const later = anAdult({ 'Client ID': 'WAC000003', Forename: 'Brian', Surname: 'Day', 'Known As': '', 'NHS No': '', Email: '', 'Home Phone': '', Notes: '' }) // prettier-ignore
  await take([csvFile('adult_carers.csv', [quiet, twice, later])])
  const needs = sql<{ given: string; quiet: boolean; note: string | null }>`
    select p.given_name as given, n.no_voicemail as quiet, p.note
      from communication_needs n join person p on p.id = n.person_id
     where p.merged_into is null and n.id = p.id order by 1`
  const margaret = { given: 'Margaret', quiet: true, note: 'Do not leave messages' }
  assert.deepEqual(await rows(needs), [margaret])
  const moved = await rows(sql<{ moved: object }>`select moved from record_join`)
  assert.ok(JSON.stringify(moved).includes('communication_needs.person_id'))
  await rows(sql`update communication_needs set no_voicemail = false, reviewed_on = '2018-04-01'`)
  const asks = { ...later, Notes: 'Never leave a message' }
  await take([csvFile('adult_carers.csv', [{ ...quiet, Town: 'Malvern' }, twice, asks])])
  assert.deepEqual(await rows(needs), [
    { given: 'Brian', quiet: true, note: 'Never leave a message' },
    { ...margaret, quiet: false },
  ])
})

test('a registration that an import changes is a new version, and one that it does not is not', async () => {
  const { take, rows } = await county()
  const versions = sql<{ id: string; state: string; version: number }>`
    select x.source_id as id, g.state, g.version from registration g join previous_id x on x.id = g.id order by 1`
  const other = anAdult({ 'Client ID': 'WAC000003', Forename: 'Brian', Surname: 'Day', 'Known As': '', 'NHS No': '', Email: '', 'Home Phone': '' }) // prettier-ignore
  await take([csvFile('adult_carers.csv', [anAdult(), other])])
  const moved = { ...other, Town: 'Malvern' }
  const left = { ...anAdult(), Status: 'Closed', 'Date Closed': '01/02/2018' }
  await take([csvFile('adult_carers.csv', [left, moved])])
  assert.deepEqual(await rows(versions), [
    { id: 'WAC000001', state: 'ended', version: 2 },
    { id: 'WAC000003', state: 'active', version: 1 },
  ])
})

test('where nothing can be taken, nothing is stored but the refusals', async () => {
  const { take, count } = await county()
  await take([csvFile('adult_carers.csv', [anAdult({ Status: '??' })])])
  assert.deepEqual(
    await Promise.all(['person', 'registration', 'search_key', 'import_refusal'].map(count)),
    [0, 0, 0, 1],
  )
})

test('an import that breaks off leaves nothing behind', async () => {
  const { db, take, rows, count } = await county()
  const clock = { ...clockAt('2018-04-03'), now: () => 'no moment at all' }
  await assert.rejects(
    takeAtOnce(db, { authority: worcestershire, files: extract, decided: [], clock }),
  )
  assert.deepEqual(
    await Promise.all(
      ['person', 'registration', 'search_key', 'import_run', 'import_refusal'].map(count),
    ),
    [0, 0, 0, 0, 0],
  )
  await take(extract)
  assert.equal(
    (await rows(sql`select from person where merged_into is null and postcode is not null`)).length,
    3,
  )
})

test('who may read what was imported is what the database works out itself', async () => {
  const { take, as, rows } = await county()
  const left = anAdult({
    'Client ID': 'WAC9',
    Forename: 'Ann',
    Surname: 'Gone',
    'Known As': '',
    'NHS No': '',
    Email: '',
    Status: 'Closed',
    'Date Closed': '01/02/2010',
    'Date Registered': '01/02/2009',
  })
  await take([...extract, csvFile('more adults.csv', [left])])
  const readers = sql<{ table: string; readers: number[] }>`
    select 'person' as "table", family_name || given_name as who, readers from person where merged_into is null
    union all select 'caring', id::text, readers from caring union all select 'registration', id::text, readers from registration
    union all select 'payment', id::text, readers from payment order by 1, 2`
  const before = await rows(readers)
  await as((tx) =>
    sql`select refresh_readers(authority_id, id) from person where merged_into is null`.execute(tx),
  )
  assert.deepEqual(await rows(readers), before)
  assert.ok(
    before.some((row) => row.readers.length === 0) &&
      before.some((row) => row.readers.length === 1),
  )
})

test('a join of the import can be taken apart in full', async () => {
  const { take, as, rows } = await county()
  await take(extract)
  const [join] = await rows(sql<{ id: string }>`select id from record_join`)
  const actor = systemActor({ authorityId, authorityCode: 'worcestershire', reason: 'test' })
  await as((tx) => undoJoin(tx, actor, join?.id ?? ''))
  const people = await rows(sql<{
    name: string
    mobile: string | null
    ids: string[]
    payments: number
    cares: number
    readers: number[]
  }>`
    select p.given_name as name, p.mobile_phone as mobile, p.readers,
           array(select source_id from previous_id x where x.person_id = p.id) as ids,
           (select count(*)::integer from payment x where x.person_id = p.id) as payments,
           (select count(*)::integer from caring x where x.carer_id = p.id) as cares
      from person p where p.family_name = 'Tolley' and p.postcode is not null order by 1`)
  assert.deepEqual(people, [
    { name: 'Margaret', mobile: null, readers: [1], ids: ['WAC000001'], payments: 0, cares: 1 },
    {
      name: 'Peggy',
      mobile: '07700900562',
      readers: [1],
      ids: ['WAC000002'],
      payments: 1,
      cares: 1,
    },
  ])
})

test('what was decided is applied and remembered', async () => {
  const { take, rows } = await county()
  await take(extract, [
    { ids: ['WAC000001', 'WAC000002'], decision: 'different' },
    { ids: ['WAC000001', 'WAC000003'], decision: 'same' },
  ])
  const pairs = await rows(sql<{ state: string }>`select state from likely_pair`)
  const joins = await rows(sql<{ how: string }>`select how from record_join`)
  assert.deepEqual([pairs, joins], [[{ state: 'different' }], [{ how: 'decided' }]])
})

test('somebody who is on the register already is joined to their record, whoever sends them', async () => {
  const { take, rows } = await county()
  await take(extract)
  const again = anAdult({
    'Client ID': 'OTHER77',
    Forename: 'Margaret',
    'Known As': '',
    Mobile: '07700 900999',
    Notes: '',
  })
  await take([csvFile('another system.csv', [again])])
  const [found] = await rows(sql<{ ids: string[]; joins: number }>`
    select array_agg(x.source_id order by x.source_id) as ids,
           (select count(*)::integer from record_join j where j.kept_id = p.id) as joins
      from person p join previous_id x on x.person_id = p.id where p.given_name = 'Margaret' group by p.id`)
  assert.deepEqual(found, { ids: ['OTHER77', 'WAC000001', 'WAC000002'], joins: 2 })
})

test('rows of carers who came with an earlier import find them', async () => {
  const { take, rows } = await county()
  await take(extract.slice(0, 2))
  const { read } = await take([
    csvFile('referrals.csv', [
      referral,
      { ...referral, 'Referral No': 'R2', 'Client ID': 'NOBODY' },
    ]),
  ])
  assert.equal(read.referrals[0]?.refused.length, 1)
  const [found] = await rows(sql<{ name: string; kind: string; state: string }>`
    select p.given_name as name, r.kind, r.state from referral r join person p on p.id = r.person_id`)
  assert.deepEqual(found, { name: 'Margaret', kind: 'adult_carer', state: 'closed' })
})

test('odd letters and long words are stored as they are, and hurt nothing', async () => {
  const { take, rows } = await county()
  const note = `${'long '.repeat(4000)}\u0000\u0001 ' "; drop table person; -- \\ 😀`
  await take([
    csvFile('adult_carers.csv', [
      anAdult({
        Surname: 'Ó’Néill-😀',
        Notes: note,
        Town: "L'\\u0000Isle",
        'Ethnic Origin': 'x'.repeat(9000),
      }),
    ]),
  ])
  const [person] = await rows(
    sql<{
      name: string
      length: number
    }>`select family_name as name, length(note) as length from person where note is not null`,
  )
  assert.equal(person?.name, 'Ó’Néill-😀')
  assert.ok((person.length ?? 0) > 20_000)
})

test('a row whose id is another person’s here is refused, and nobody is written over', async () => {
  const { take, rows } = await county()
  await take(extract)
  const other = anAdult({
    Forename: 'Imran',
    Surname: 'Khan',
    'Known As': '',
    'Date of Birth': '03/09/1981',
    'NHS No': '',
    Email: '',
  })
  const their = { ...referral, 'Referral No': 'R9' }
  const { read } = await take([
    csvFile('another system.csv', [other]),
    csvFile('their referrals.csv', [their]),
  ])
  assert.equal(read.referrals[0]?.refused.length, 1)
  assert.match(read.adult_carers[0]?.refused[0]?.reasons[0]?.message ?? '', /another person’s/)
  const people = await rows(sql`select from person where given_name in ('Imran', 'Margaret')`)
  assert.equal(people.length, 1)
})
