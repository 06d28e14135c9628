import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { openEmbedded, type Embedded } from '#platform/db/embedded.ts'
import { shippedMigrations } from '#platform/db/migrate.ts'
import { multiply } from './multiply.ts'
import { startServer } from './serving.ts'

/** The demo county, or so many times it, in a database of its own. */
export type County = { readonly size: number; readonly url: string }

export const countiesFolder = '.cache/bench/counties'

/** The database server of the benchmarks, which keeps its counties from run to run. */
export const openCounties = (): Promise<Embedded> => openEmbedded(countiesFolder)

/** What counties are made of: where it changes, they are made anew. */
const madeOf = createHash('sha256')
  .update(
    shippedMigrations()
      .map(({ checksum }) => checksum)
      .join(' '),
  )
  .update(readFileSync(new URL('multiply.ts', import.meta.url)))
  .digest('hex')

/**
 * The county at this size, from an earlier run where there is one. The first time it is loaded, by
 * the product's own start, or multiplied from the county at 1x.
 */
export async function openCounty(
  server: Embedded,
  size: number,
  say: (line: string) => void,
): Promise<County> {
  const name = `county_${size}`
  const county = { size, url: named(server.url, name) }
  if ((await commentOn(server, name)) === madeOf) return county
  const started = performance.now()
  say(`\nMaking ${size} times the county …`)
  await asOwner(server.url, (owner) => owner.query(`drop database if exists ${name} with (force)`))
  if (size === 1) {
    await asOwner(server.url, (owner) => owner.query(`create database ${name}`))
    const first = await startServer(county.url)
    await first.stop()
    await asOwner(county.url, (owner) => owner.query('vacuum (analyze)'))
  } else {
    await openCounty(server, 1, say)
    await asOwner(server.url, (owner) =>
      owner.query(`create database ${name} template county_1 strategy file_copy`),
    )
    await asOwner(county.url, (owner) => multiply(owner, size, say))
  }
  await asOwner(server.url, (owner) => owner.query(`comment on database ${name} is '${madeOf}'`))
  say(`  made in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  return county
}

export async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

async function commentOn(server: Embedded, name: string): Promise<string | null> {
  const { rows } = await asOwner(server.url, (owner) =>
    owner.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
      [name],
    ),
  )
  return rows[0]?.comment ?? null
}

function named(url: string, database: string): string {
  return url.replace(/\/[^/]*$/, `/${database}`)
}
