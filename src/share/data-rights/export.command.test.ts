import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { asActor } from '#platform/access/as-actor.ts'
import { exportCommand } from './export.command.ts'
import { linesOf } from './export.sql.ts'
import { aContact, rightsHouse } from './testing.ts'

const house = await rightsHouse()
const scratch = mkdtempSync(join(tmpdir(), 'alongside-export-'))
after(() => rmSync(scratch, { recursive: true }))

async function run(words: readonly string[], there = true): Promise<string> {
  const said: string[] = []
  const { config, clock, db } = house.house
  await exportCommand.run(
    {
      config,
      clock,
      open: async () => db,
      openIfThere: async () => (there ? db : null),
      print: (line) => said.push(line),
      warn: (line) => said.push(line),
    },
    words,
  )
  return said.join('\n')
}

type Manifest = {
  readonly tables: readonly {
    readonly table: string
    readonly file: string
    readonly rows: number
    readonly sha256: string
    readonly columns: readonly { readonly name: string; readonly meaning: string }[]
  }[]
  readonly left_out: readonly { readonly table: string; readonly why: string }[]
}

test('every row of the authority is written, of every table, with the sums to know it by', async () => {
  const { carer } = await house.aCarer('Gundula')
  for (let made = 0; made < 1100; made += 1)
    await aContact(house, carer.id, `Call ${made}, “quoted”\nand broken`)
  const folder = join(scratch, 'all')
  assert.match(
    await run([folder, '--authority', 'worcestershire']),
    /Worcestershire: [\d,]+ rows of \d+ tables/,
  )
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  assert.deepEqual(
    readdirSync(folder).sort(),
    ['manifest.json', ...manifest.tables.map(({ file }) => file)].sort(),
  )
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  for (const { table, file, rows, sha256, columns } of manifest.tables) {
    const bytes = readFileSync(join(folder, file))
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
    const lines = bytes.toString().split('\n').slice(0, -1)
    assert.equal(lines.length, rows)
    const names = new Set(columns.map(({ name }) => name))
    for (const line of lines)
      for (const name of Object.keys(JSON.parse(line) as object)) assert.ok(names.has(name), name)
    const where = table === 'authority' ? 'id' : 'authority_id'
    const held = await client.query<{ n: string }>(
      `select count(*) as n from "${table}" where ${where} = $1`,
      [house.house.authority.id],
    )
    assert.equal(Number(held.rows[0]!.n), rows, table)
    assert.ok(columns.every(({ meaning }) => meaning !== ''))
  }
  const there = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  )
  await client.end()
  const told = new Set([...manifest.tables, ...manifest.left_out].map(({ table }) => table))
  assert.deepEqual(
    there.rows.filter(({ name }) => !told.has(name)),
    [],
  )
  assert.equal(statSync(join(folder, 'person.jsonl')).mode & 0o077, 0)
  assert.match(readFileSync(join(folder, 'person.jsonl'), 'utf8'), /Gundula/)
  assert.doesNotMatch(readFileSync(join(folder, 'person.jsonl'), 'utf8'), /readers/)
})

test('of another authority nothing is written but its own', async () => {
  const folder = join(scratch, 'other')
  await run([folder, '--authority', 'hartlepool'])
  for (const file of readdirSync(folder))
    assert.doesNotMatch(readFileSync(join(folder, file), 'utf8'), /Gundula/)
  assert.equal(readFileSync(join(folder, 'person.jsonl'), 'utf8'), '')
})

const full = join(scratch, 'full')
for (const [words, refusal] of [
  [[], /Say one folder/],
  [['a', 'b', '--authority', 'worcestershire'], /Say one folder/],
  [[join(scratch, 'x')], /Say which authority/],
  [[join(scratch, 'x'), '--authority', 'mordor'], /Say which authority/],
  [[join(scratch, 'x'), '--everything'], /Unknown option '--everything'/],
  [['/dev/null/x', '--authority', 'worcestershire'], /cannot be written/],
  [[scratch, '--authority', 'worcestershire'], /is not empty/],
] as const) {
  test(`it is refused readably: export authority ${words.join(' ').replace(scratch, '…')}`, async () => {
    writeFileSync(full, 'something')
    await assert.rejects(run(words), refusal)
  })
}

test('without a database there is nothing to export', async () => {
  await assert.rejects(
    run([join(scratch, 'y'), '--authority', 'worcestershire'], false),
    /no database here yet/,
  )
})

test('nobody who signs in reads a table whole', async () => {
  for (const who of [house.aisha, house.david, house.ruth])
    await assert.rejects(
      asActor(house.db, who.actor, async (tx) => {
        for await (const lines of linesOf(tx, { table: 'person', leftOut: [] }))
          assert.fail(lines[0])
      }),
      /only whoever runs the server/,
    )
})
