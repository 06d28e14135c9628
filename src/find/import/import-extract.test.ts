import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#config.ts'
import { Stop } from '#platform/lib/errors.ts'
import { clockAt } from '#platform/lib/dates.ts'
import type { CommandHouse } from '#platform/room.ts'
import type { Answer } from './answer.ts'
import { importExtract } from './import-extract.command.ts'
import { anAdult, csvFile, type Row } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'extract-'))
after(() => rmSync(folder, { recursive: true }))

function extract(name: string, files: Readonly<Record<string, readonly Row[]>>): string {
  const place = mkdtempSync(join(folder, name))
  for (const [file, rows] of Object.entries(files))
    writeFileSync(join(place, file), csvFile(file, rows).bytes)
  return place
}

/** Runs the command where there is no database at all: to ask for one is a failure. */
async function run(...words: readonly string[]) {
  const printed: string[] = []
  const warned: string[] = []
  const none = (): Promise<never> => Promise.reject(new Error('a database was asked for'))
  const house: CommandHouse = {
    config: readConfig({}),
    clock: clockAt('2018-04-03'),
    open: none,
    openIfThere: () => Promise.resolve(null),
    print: (line) => void printed.push(line),
    warn: (line) => void warned.push(line),
  }
  const code = await importExtract.run(house, words)
  return { code, printed, warned, answer: (): Answer => JSON.parse(printed.join('\n')) as Answer }
}

const two = {
  'adult_carers.csv': [
    anAdult(),
    anAdult({ 'Client ID': 'WAC000002', Forename: 'Peggy' }),
    anAdult({ 'Client ID': 'WAC3', Status: '??' }),
  ],
  'pairs.csv': [
    { 'Client ID': 'WAC000002', 'Other Client ID': 'WAC000001', Decision: 'different people' },
  ],
  'truth.csv': [{ Apple: '1', Pear: '2' }],
}

test('a dry run needs no database, writes nothing and answers as the import would', async () => {
  const place = extract('two', two)
  const { code, warned, answer } = await run(
    place,
    '--authority',
    'worcestershire',
    '--dry-run',
    '--json',
  )
  const { seconds, ...said } = answer()
  assert.equal(code, 0)
  assert.equal(typeof seconds, 'number')
  assert.deepEqual(said, {
    rows: 3,
    accepted: 2,
    refused: [
      {
        file: 'adult_carers.csv',
        line: 4,
        id: 'WAC3',
        reasons: [
          { field: 'Status', message: 'We do not know the status "??". Enter Active or Closed' },
        ],
      },
    ],
    joined: [['WAC000001', 'WAC000002']],
    review: [],
  })
  assert.match(warned.join(), /truth\.csv is left out/)
  assert.match(warned.join(), /pairs\.csv holds decided pairs: name it with --decisions/)
})

test('decisions are applied, by the file’s name in the folder too', async () => {
  const place = extract('two', two)
  const { answer } = await run(
    place,
    '--authority',
    'worcestershire',
    '--decisions',
    'pairs.csv',
    '--dry-run',
    '--json',
  )
  assert.deepEqual([answer().joined, answer().review], [[], []])
})

test('a row that decides nothing is told of and leaves its pair to be looked at', async () => {
  const place = extract('two', {
    ...two,
    'pairs.csv': [
      { 'Client ID': 'WAC000002', 'Other Client ID': 'WAC000001', Decision: 'ask again' },
    ],
  })
  const { answer, warned } = await run(
    place,
    '--authority',
    'worcestershire',
    '--decisions',
    'pairs.csv',
    '--dry-run',
    '--json',
  )
  assert.equal(answer().joined.length, 1)
  assert.match(warned.join(), /line 2, is not applied: We do not know the decision "ask again"/)
})

test('without --json it speaks in words', async () => {
  const { printed } = await run(extract('two', two), '--authority', 'worcestershire', '--dry-run')
  assert.match(
    printed[0] ?? '',
    /^3 rows read, 2 could be taken \(nothing was written\), 1 refused, in /,
  )
  assert.match(
    printed[1] ?? '',
    /^1 record joined to another of the same person, no pairs to look at\.$/,
  )
  assert.match(printed[2] ?? '', /^adult_carers\.csv, line 4, WAC3: /)
})

test('refused rows come back as a CSV that can be mended and sent again', async () => {
  const place = extract('two', two)
  const out = join(folder, 'refused')
  await run(place, '--authority', 'worcestershire', '--dry-run', '--refused', out)
  const text = readFileSync(join(out, 'adult_carers.csv'), 'utf8')
  assert.match(text, /^\uFEFFClient ID,Title,.*,What to mend\r\nWAC3,/)
  assert.match(text, /Line 4: We do not know the status/)
  writeFileSync(join(out, 'adult_carers.csv'), text.replace('??', 'Active'))
  const { answer } = await run(out, '--authority', 'worcestershire', '--dry-run', '--json')
  assert.equal(answer().accepted, 1)
})

test('where nothing could be taken the exit code says so', async () => {
  const { code } = await run(
    extract('none', { 'adult_carers.csv': [anAdult({ Status: '??' })] }),
    '--authority',
    'worcestershire',
    '--dry-run',
  )
  assert.equal(code, 1)
})

const empty = extract('empty', {})
const wrong: readonly (readonly [what: string, words: readonly string[], told: RegExp])[] = [
  ['no folder', ['--authority', 'worcestershire'], /which folder and which authority/],
  ['two folders', ['a', 'b', '--authority', 'worcestershire'], /which folder/],
  ['no authority', [empty], /which authority/],
  ['an authority that is none', [empty, '--authority', 'narnia'], /"narnia" is not known/],
  ['a flag that is none', [empty, '--authority', 'worcestershire', '--quick'], /--quick/],
  [
    'a folder that is not there',
    ['/nowhere/at/all', '--authority', 'worcestershire'],
    /is not there/,
  ],
  ['a folder without files', [empty, '--authority', 'worcestershire'], /no CSV files/],
  [
    'a file in the folder’s place',
    [join(extract('two', two), 'truth.csv'), '--authority', 'worcestershire'],
    /is not a folder/,
  ],
  [
    'decisions that are not there',
    [extract('two', two), '--authority', 'worcestershire', '--decisions', 'x.csv'],
    /is not there/,
  ],
  [
    'decisions that are none',
    [extract('two', two), '--authority', 'worcestershire', '--decisions', 'adult_carers.csv'],
    /holds no decided pairs/,
  ],
]
for (const [what, words, told] of wrong) {
  test(`${what} is wrong usage, told in one line`, async () => {
    await assert.rejects(
      run(...words, '--dry-run'),
      (error) => error instanceof Stop && error.exitCode === 2 && told.test(error.message),
    )
  })
}
