import { rmSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { readConfig } from '#config.ts'
import { readFolder } from '#find/import/read-folder.ts'
import { loadDemoCounty } from '#find/import/demo-county.ts'
import { londonClock } from '#platform/lib/dates.ts'
import { openStore } from '#platform/start/open-store.ts'
import { loadDemo } from '#platform/start/demo.ts'
import { accounts } from '#share/accounts/room.ts'

const county = fileURLToPath(new URL('../data/demo/worcestershire/', import.meta.url))
const inputs =
  /adult_carers|young_carers|referrals|assessments|direct_payments|training|sessions|groups/

/** The whole import of the county (reading, matching, storing, history, search keys) against bare COPYs in the same database. */
export async function measureImport(folder: string, say: (line: string) => void): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const config = readConfig({ ALONGSIDE_DATA: folder, ALONGSIDE_DEMO: '1' })
  const store = await openStore(config, [])
  const house = { db: store.db, config: { ...config, secret: store.secret }, clock: londonClock }
  await loadDemo([accounts], house, () => undefined)
  const owner = new pg.Client({ connectionString: store.ownerUrl })
  await owner.connect()
  const given = await copyGiven(owner)
  const started = performance.now()
  await loadDemoCounty(house)
  const taken = performance.now() - started
  const stored = await copyStored(owner, 'bare')
  const keyed = await copyStored(owner, 'keyed')
  say(`\nImport of the county: ${(taken / 1000).toFixed(2)} s`)
  say(
    `  ${(taken / stored.ms).toFixed(1)} times a bare COPY of the ${stored.rows.toLocaleString('en-GB')} rows that it stored (${stored.ms.toFixed(0)} ms)`,
  )
  say(
    `  ${(taken / keyed.ms).toFixed(1)} times the same COPY into tables with the same keys and indexes (${keyed.ms.toFixed(0)} ms)`,
  )
  say(
    `  ${(taken / given.ms).toFixed(1)} times a bare COPY of the ${given.rows.toLocaleString('en-GB')} rows that it was given, as text (${given.ms.toFixed(0)} ms)`,
  )
  await owner.end()
  await store.close()
}

type Copied = { readonly rows: number; readonly ms: number }

/** The extract's own lines into tables of text without a key: the least that taking them in could cost. */
async function copyGiven(owner: pg.Client): Promise<Copied> {
  await owner.query('create schema bare')
  let rows = 0
  let ms = 0
  for (const [at, file] of readFolder(county).entries()) {
    if (!inputs.test(file.name)) continue
    const table = parse(new TextDecoder().decode(file.bytes), {
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][]
    const width = Math.max(...table.map((row) => row.length))
    const columns = Array.from({ length: width }, (_, column) => `c${column} text`).join(', ')
    await owner.query(`create table bare.given${at} (${columns})`)
    const lines = table
      .slice(1)
      .map(
        (row) =>
          `${Array.from({ length: width }, (_, column) => escaped(row[column] ?? '')).join('\t')}\n`,
      )
    const started = performance.now()
    await pipeline(
      Readable.from([lines.join('')]),
      owner.query(copyFrom(`copy bare.given${at} from stdin`)),
    )
    ms += performance.now() - started
    rows += lines.length
  }
  return { rows, ms }
}

const escaped = (cell: string): string =>
  cell
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')

/** Every row that the import wrote, into tables of the same columns without policies or triggers, bare or with the same keys. */
async function copyStored(owner: pg.Client, as: 'bare' | 'keyed'): Promise<Copied> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select name from record_table where name not in ('account', 'membership', 'organisation') union select 'history' order by 1`,
  )
  let rows = 0
  let ms = 0
  for (const { name } of tables) {
    const chunks: Buffer[] = []
    const kept = new Writable({ write: (chunk: Buffer, _, done) => (chunks.push(chunk), done()) })
    await pipeline(owner.query(copyTo(`copy (select * from ${name}) to stdout`)), kept)
    if (chunks.length === 0) continue
    await owner.query(`drop table if exists bare."${name}"`)
    await owner.query(
      as === 'bare'
        ? `create table bare."${name}" as select * from ${name} with no data`
        : `create table bare."${name}" (like ${name} including indexes)`,
    )
    const started = performance.now()
    const copy = owner.query(copyFrom(`copy bare."${name}" from stdin`))
    await pipeline(Readable.from([Buffer.concat(chunks)]), copy)
    ms += performance.now() - started
    rows += copy.rowCount ?? 0
  }
  return { rows, ms }
}
