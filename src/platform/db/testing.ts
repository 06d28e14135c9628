import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { after } from 'node:test'
import pg from 'pg'
import { type Database, openDatabase, type Tx } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { appUrl, migrate, shippedMigrations } from './migrate.ts'
import { bankHolidays, knownAuthorities } from '#platform/reference/england.ts'

/** One PostgreSQL for all test files of a checkout; a kill loses only tests' data, so it need not sync. */
const folder = fileURLToPath(new URL('../../../.cache/test-database', import.meta.url))
const secret = 'a secret for tests alone, of 32 characters'

export type TestDatabase = {
  readonly db: Database
  readonly url: string
  readonly ownerUrl: string
}

/** A fresh, migrated database for one test file, open as the application's role; dropped at its end. */
export async function testDatabase(): Promise<TestDatabase> {
  const made = await makeTestDatabase(await emptyTemplate())
  after(made.drop)
  return made
}

/** What a template holds: its name says the state of everything that it was made of. */
export type Filling = {
  readonly name: string
  readonly fill: (database: TestDatabase) => Promise<void>
}

/**
 * Like `testDatabase`, from a template made once for all files that name it alike: of one filling, or
 * of several that lie one on the other.
 */
export async function testDatabaseFrom(...fillings: readonly Filling[]): Promise<TestDatabase> {
  let base = await emptyTemplate()
  for (const filling of fillings) base = await filledTemplate(filling, base)
  const made = await makeTestDatabase(base)
  after(made.drop)
  return made
}

/** Undoes what `work` did: for tests that share a database. */
export async function rolledBack(
  run: (work: (tx: Tx) => Promise<never>) => Promise<unknown>,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const done = new Error('rolled back')
  await run(async (tx) => {
    await work(tx)
    throw done
  }).catch((error: unknown) => {
    if (error !== done) throw error
  })
}

async function cluster(): Promise<string> {
  const { url } = await openEmbedded(folder, [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ])
  return url
}

async function emptyTemplate(): Promise<string> {
  const checksum = createHash('sha256')
    .update(
      shippedMigrations()
        .map((migration) => migration.checksum)
        .join(),
    )
    .update(JSON.stringify([knownAuthorities, [...bankHolidays]]))
    .digest('hex')
  return template(`template_${checksum.slice(0, 12)}`, (url) => migrate(url).then(() => undefined))
}

function filledTemplate({ name, fill }: Filling, base: string): Promise<string> {
  return template(
    `${base}_${name}`,
    async (url) => {
      const opened = await opening(url)
      await fill(opened)
      await opened.db.destroy()
    },
    base,
  )
}

/** Made once under a lock, renamed when whole, so that test files running side by side share it. */
async function template(
  name: string,
  fill: (url: string) => Promise<void>,
  from = 'template0',
): Promise<string> {
  const url = await cluster()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name}_half with (force)`)
      await client.query(`create database ${name}_half template ${from}`)
      await fill(named(url, `${name}_half`))
      await client.query(`alter database ${name}_half rename to ${name}`)
    }
  } finally {
    await client.end()
  }
  return name
}

async function makeTestDatabase(
  from: string,
): Promise<TestDatabase & { drop: () => Promise<void> }> {
  const url = await cluster()
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`select pg_advisory_lock_shared(hashtext('making ' || $1))`, [from])
  await client.query(`create database ${name} template ${from} strategy file_copy`)
  await client.end()
  const opened = await opening(named(url, name))
  return {
    ...opened,
    drop: async () => {
      await opened.db.destroy()
      const dropper = new pg.Client({ connectionString: url })
      await dropper.connect()
      await dropper.query(`drop database if exists ${name} with (force)`)
      await dropper.end()
    },
  }
}

async function opening(ownerUrl: string): Promise<TestDatabase> {
  const url = await appUrl(ownerUrl, secret)
  return { db: openDatabase(url, 4), url, ownerUrl }
}

function named(url: string, database: string): string {
  return url.replace(/\/[^/]*$/, `/${database}`)
}
