import { test } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { duplicates } from '#find/duplicates/room.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { importUploads } from '../import.jobs.ts'
import { importing } from '../room.ts'
import { anAdult, csvFile, type Row } from '../testing.ts'

const house = await testHouse([importing, duplicates])
const manager = await house.signIn({ duties: ['manager'] })
const other = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })

const files = (...rows: readonly Row[]) => [
  { ...csvFile('adult_carers.csv', rows), field: 'files' },
]
const work = () =>
  importUploads.run({ db: house.db, config: house.house.config, clock: house.house.clock }, {})
const count = async (table: string): Promise<number> => {
  const { rows } = await house.asSystem((tx) =>
    sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(tx),
  )
  return rows[0]?.n ?? -1
}

/** Sends files and gives the address of what would be taken. */
async function send(...rows: readonly Row[]): Promise<string> {
  const sent = await manager.upload('/import', { id: newId() }, files(...rows))
  assert.equal(sent.status, 303)
  return sent.location ?? ''
}

test('files that are sent are looked at before anything is stored, then stored in the background', async () => {
  const at = await send(
    anAdult(),
    anAdult({ 'Client ID': 'WAC000002', Forename: 'Peggy' }),
    anAdult({ 'Client ID': 'WAC3', Status: '??' }),
  )
  const preview = await manager.get(at)
  assert.match(
    preview.text,
    /adult_carers\.csv Adult carers' register 2 1 38 of 38: see and change/,
  )
  assert.match(preview.text, /1 record surely of somebody who is there already/)
  assert.match(preview.text, /3|4 WAC3 We do not know the status/)
  assert.equal(await count('registration'), 0)
  const begun = await manager.post(`${at}/start`, {})
  assert.equal(begun.location, at)
  const waiting = await manager.get(at)
  assert.match(waiting.text, /The import goes on Waiting to begin: 0 of 100/)
  assert.match(waiting.html, /data-goes-on="3"/)
  await work()
  const done = await manager.get(at)
  assert.match(done.text, /Stored 2 rows taken, 2 of them new/)
  assert.doesNotMatch(done.html, /data-goes-on/)
  assert.deepEqual(
    [await count('registration'), await count('record_join'), await count('import_upload')],
    [2, 1, 0],
  )
})

test('refused rows are downloaded with what to mend, and taken once mended', async () => {
  const at = await send(
    anAdult({ 'Client ID': 'WAC50', Status: '??', Surname: 'Mended' }),
    anAdult({ 'Client ID': 'WAC51', Surname: 'Whole' }),
  )
  await manager.post(`${at}/start`, {})
  await work()
  const { response } = await manager.get(`${at}/refused/1`)
  assert.match(response.headers['content-disposition'] as string, /adult_carers to mend\.csv/)
  assert.match(response.body, /WAC50,.*Line 2: We do not know the status/)
  const mended = {
    name: 'mended.csv',
    field: 'files',
    bytes: Buffer.from(response.body.replace('??', 'Active')),
  }
  const sent = await manager.upload('/import', { id: newId() }, [mended])
  assert.match(
    (await manager.get(sent.location ?? '')).text,
    /mended\.csv Adult carers' register 1 0/,
  )
})

test('a file with headings nobody knows is taken once somebody has said which column is which', async () => {
  const odd = {
    Nummer: 'X1',
    Rufname: 'Ann',
    Nachname: 'Oddly',
    'Seit wann': '01/02/2016',
    Stand: 'Active',
  }
  const at = await send(odd)
  assert.match((await manager.get(at)).text, /None of the rows can be taken/)
  const page = await manager.get(`${at}/columns/1`)
  assert.match(page.text, /Columns of adult_carers\.csv/)
  const missing = await manager.post(`${at}/columns/1`, {
    kind: 'adult_carers',
    'field-id': 'Nummer',
  })
  assert.equal(missing.status, 422)
  assert.match(missing.text, /Select the column for “Date registered”/)
  const twice = await manager.post(`${at}/columns/1`, {
    kind: 'adult_carers',
    'field-id': 'Nummer',
    'field-surname': 'Nummer',
    'field-registered_on': 'Seit wann',
  })
  assert.match(twice.text, /The column “Nummer” is selected twice/)
  const chosen = {
    kind: 'adult_carers',
    'field-id': 'Nummer',
    'field-forename': 'Rufname',
    'field-surname': 'Nachname',
    'field-registered_on': 'Seit wann',
    'field-status': 'Stand',
  }
  assert.equal((await manager.post(`${at}/columns/1`, chosen)).location, at)
  assert.match((await manager.get(at)).text, /adult_carers\.csv Adult carers' register 1 0 5 of 5/)
  const again = await send({ ...odd, Nummer: 'X2' })
  assert.match((await manager.get(again)).text, /Import 1 row/)
  const mended = await send({ ...odd, Nummer: 'X3', 'What to mend': 'Line 2: something' })
  assert.match((await manager.get(mended)).text, /1 0 5 of 6.*Import 1 row/)
})

test('the same form sent twice is one import, and an import begun twice is begun once', async () => {
  const id = newId()
  const before = await count('import_run')
  for (let times = 0; times < 2; times += 1)
    await manager.upload(
      '/import',
      { id },
      files(anAdult({ 'Client ID': 'WAC60', Surname: 'Once' })),
    )
  assert.equal((await count('import_run')) - before, 1)
  await manager.post(`/import/${id}/start`, {})
  await work()
  await manager.post(`/import/${id}/start`, {})
  assert.match((await manager.get(`/import/${id}`)).text, /Stored 1 row taken/)
})

test('an upload that is not wanted is thrown away, one that was begun is not', async () => {
  const at = await send(anAdult({ 'Client ID': 'WAC70', Surname: 'Unwanted' }))
  assert.equal((await manager.post(`${at}/discard`, {})).location, '/import')
  assert.equal((await manager.get(at)).status, 404)
  const kept = await send(anAdult({ 'Client ID': 'WAC71', Surname: 'Wanted' }))
  await manager.post(`${kept}/start`, {})
  await manager.post(`${kept}/discard`, {})
  assert.equal((await manager.get(kept)).status, 200)
  await work()
})

test('nothing chosen, an empty file and a name twice are told beside the field', async () => {
  const none = await manager.upload('/import', { id: newId() }, [])
  assert.equal(none.status, 422)
  assert.match(none.text, /Select the files that the previous system exported/)
  const empty = await manager.upload('/import', { id: newId() }, [
    { field: 'files', name: 'a.csv', bytes: Buffer.from('') },
  ])
  assert.match(empty.text, /a\.csv is empty/)
  const twice = await manager.upload('/import', { id: newId() }, [
    ...files(anAdult()),
    ...files(anAdult()),
  ])
  assert.match(twice.text, /Two of the files have the same name/)
})

test('a spreadsheet is told how to be sent', async () => {
  const sent = await manager.upload('/import', { id: newId() }, [
    { field: 'files', name: 'register.xlsx', bytes: Buffer.from('PK\u0003\u0004\u0000') },
  ])
  assert.match(
    (await manager.get(sent.location ?? '')).text,
    /register\.xlsx This is a spreadsheet, not a CSV file/,
  )
})

test('where no row can be taken the import says that nothing was stored', async () => {
  const at = await send(anAdult({ 'Client ID': 'WAC80', Status: '??' }))
  await manager.post(`${at}/start`, {})
  await work()
  assert.match((await manager.get(at)).text, /Nothing was stored None of the rows could be taken/)
})

test('another organisation’s imports are not to be found', async () => {
  const at = await send(anAdult({ 'Client ID': 'WAC90', Surname: 'Private' }))
  for (const path of [at, `${at}/columns/1`, `${at}/refused/1`])
    assert.equal((await other.get(path)).status, 404)
  assert.equal((await other.post(`${at}/start`, {})).status, 404)
  assert.doesNotMatch((await other.get('/import')).html, new RegExp(at))
  assert.match((await manager.get('/import')).html, new RegExp(at))
})

test('what is decided about pairs is applied when it is sent with the rows', async () => {
  const rows = [
    anAdult({ 'Client ID': 'WAC91', Surname: 'Apart', 'NHS No': '' }),
    anAdult({ 'Client ID': 'WAC92', Surname: 'Apart', 'NHS No': '' }),
  ]
  const pairs = csvFile('pairs.csv', [
    { 'Client ID': 'WAC91', 'Other Client ID': 'WAC92', Decision: 'different people' },
  ])
  const sent = await manager.upload('/import', { id: newId() }, [
    ...files(...rows),
    { ...pairs, field: 'files' },
  ])
  const preview = await manager.get(sent.location ?? '')
  assert.match(preview.text, /pairs\.csv Decisions about pairs that look alike 1 0/)
  assert.doesNotMatch(preview.text, /1 record surely/)
})

test('an import that breaks off by our fault says so, with nothing of it stored', async () => {
  const at = await send(anAdult({ 'Client ID': 'WAC95', Surname: 'Broken' }))
  await manager.post(`${at}/start`, {})
  const moments = ['no moment at all', '2018-04-03T12:00:00Z']
  const clock = { ...house.house.clock, now: () => moments.shift() ?? '' }
  await assert.rejects(importUploads.run({ db: house.db, config: house.house.config, clock }, {}))
  assert.match(
    (await manager.get(at)).text,
    /Nothing was stored The import broke off by a fault of ours/,
  )
  const { rows } = await house.asSystem((tx) =>
    sql`select from person where family_name = 'Broken'`.execute(tx),
  )
  assert.equal(rows.length, 0)
})
