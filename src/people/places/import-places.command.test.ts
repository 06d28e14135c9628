import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Stop } from '#platform/lib/errors.ts'
import { testHouse } from '#platform/web/testing.ts'
import { importPlaces } from './import-places.command.ts'
import { places } from './room.ts'

const { app, house, visitor } = await testHouse([places])
const folder = mkdtempSync(join(tmpdir(), 'places-'))
const shipped = 'data/places/registers'

async function run(...words: string[]) {
  const printed: string[] = []
  const commandHouse = {
    config: house.config,
    clock: house.clock,
    open: async () => house.db,
    openIfThere: async () => house.db,
    print: (line: string) => void printed.push(line),
    warn: () => undefined,
  }
  const code = await importPlaces.run(commandHouse, words)
  return { code, text: printed.join('\n') }
}

function written(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const asked = async (path: string) => {
  const answer = await app.inject({ url: path })
  return { status: answer.statusCode, body: JSON.parse(answer.body) }
}

test('a dry run says what could be taken and writes nothing', async () => {
  const { code, text } = await run(`${shipped}/gp-practices-2023-11.csv`, '--dry-run')
  assert.equal(code, 0)
  assert.equal(
    text,
    'gp-practices-2023-11.csv, GP practices: 210 rows read, 210 could be taken (nothing was written), 0 refused.',
  )
  assert.equal((await asked('/api/places?kind=gp_practice')).body.total, 0)
})

test('every shipped register is taken whole, and again changes nothing', async () => {
  const files = [
    'carers-on-gp-registers-2023-06',
    'gp-practices-2023-11',
    'hospitals-2022',
    'nhs-trusts-2022',
    'schools-2017-07',
  ].map((name) => `${shipped}/${name}.csv`)
  type Answer = {
    files: { rows: number; taken: number; refused: unknown[]; added: number; changed: number }[]
  }
  const first = JSON.parse((await run(...files, '--json')).text) as Answer
  assert.deepEqual(
    first.files.map(({ rows, taken }) => [rows, taken]),
    [
      [208, 208],
      [210, 210],
      [1061, 1061],
      [218, 218],
      [154, 154],
    ],
  )
  const again = JSON.parse((await run(...files, '--json')).text) as Answer
  assert.deepEqual(
    again.files.map(({ added, changed }) => [added, changed]),
    files.map(() => [0, 0]),
  )
})

test('a newer register changes what it says differently: a practice closes and stays with its day', async () => {
  const row = [
    'M81069',
    'DAVENAL HOUSE SURGERY PARTNERSHIP',
    ...Array.from({ length: 7 }, () => ''),
    'B61 0DD',
    '19740401',
    '20240331',
    'C',
    ...Array.from({ length: 12 }, () => ''),
    '4',
    '',
  ]
  const { text } = await run(written('epraccur.csv', row.join(',')))
  assert.equal(
    text,
    'epraccur.csv, GP practices (epraccur): 1 rows read, 1 taken (0 new entries, 1 changed), 0 refused.',
  )
  assert.equal((await asked('/api/places?q=davenal')).body.total, 0)
  const { body } = await asked('/api/places?q=davenal&closed=true')
  assert.deepEqual([body.places[0].state, body.places[0].closed_on], ['closed', '2024-03-31'])
})

test('refused rows are told by their line, and the rest is taken', async () => {
  const path = written(
    'schools.csv',
    'urn,name,status,phase\n1,A,Open,\n123456,Good School,Open,Primary\n',
  )
  const { code, text } = await run(path)
  assert.equal(code, 0)
  assert.match(text, /2 rows read, 1 taken \(1 new entries, 0 changed\), 1 refused\./)
  assert.match(text, /schools\.csv, line 2: "1" is no unique reference number/)
})

test('nothing taken is told by the exit code, and what is no register stops at once', async () => {
  assert.equal((await run(written('bad.csv', 'urn,name,status,phase\n1,A,Open,\n'))).code, 1)
  await assert.rejects(run(written('other.csv', 'a,b\n1,2\n')), Stop)
  await assert.rejects(run(join(folder, 'not-there.csv')), Stop)
  await assert.rejects(run(), /Say which files/)
  await assert.rejects(run('--wet-run', 'x'), Stop)
})

test('anyone may look places up, page by page, by words, kind and district', async () => {
  const { body } = await asked('/api/places?kind=gp_practice&district=E07000234&per_page=3')
  assert.equal(body.places.length, 3)
  assert.ok(body.total > 3)
  const seen = new Set<string>()
  for (let page = 1; page <= Math.ceil(body.total / 3); page += 1) {
    const next = await asked(
      `/api/places?kind=gp_practice&district=E07000234&per_page=3&page=${page}`,
    )
    for (const { code } of next.body.places as { code: string }[]) seen.add(code)
  }
  assert.equal(seen.size, body.total)
  assert.equal((await asked('/api/places?q=100%25')).body.total, 0)
  assert.equal((await asked('/api/places?kind=pub')).status, 422)
  assert.equal((await visitor.get('/api/places?q=dodford')).status, 200)
})
