import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Stop } from '#platform/lib/errors.ts'
import { loadReferenceData } from './reference-data.ts'

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** The migrations that this code ships, in order. */
export function shippedMigrations(from = folder): readonly Migration[] {
  return readdirSync(from)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${from}/${name}`, 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the database up to this code: each file once, in order, in a transaction of its own.
 * Throws Stop where the database is newer than the code or an applied file was changed since.
 */
export async function migrate(
  ownerUrl: string,
  migrations = shippedMigrations(),
): Promise<readonly string[]> {
  const client = await connect(ownerUrl)
  try {
    await client.query(`select pg_advisory_lock(hashtext('alongside migrations'))`)
    await makeAppRole(client)
    await client.query(`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const done = await appliedTo(client)
    refuseStrangers(done, migrations)
    const waiting = migrations.filter(({ name }) => !done.has(name))
    for (const migration of waiting) await apply(client, migration)
    await loadReferenceData(client)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The URL by which the application connects: a login of its own in a role that owns nothing. */
export async function appUrl(ownerUrl: string, secret: string): Promise<string> {
  const url = new URL(ownerUrl)
  const name = `alongside_app_${createHash('sha256')
    .update(secret + url.pathname)
    .digest('hex')
    .slice(0, 8)}`
  const password = createHmac('sha256', secret).update(`database ${url.pathname}`).digest('hex')
  const client = await connect(ownerUrl)
  try {
    await client.query(`select pg_advisory_lock(hashtext('alongside roles'))`)
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
    await client.query(
      `${rowCount === 0 ? 'create' : 'alter'} role ${name} login nobypassrls nosuperuser password '${password}'`,
    )
    await client.query(`grant alongside_app to ${name}`)
  } finally {
    await client.end()
  }
  url.username = name
  url.password = password
  return url.toString()
}

/** Whether the database has been migrated at all; changes nothing. */
export async function isMigrated(ownerUrl: string): Promise<boolean> {
  const client = await connect(ownerUrl)
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('schema_migration') is not null as there`,
    )
    return rows[0]?.there === true
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection that ends under us is told by the statement that was running on it.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const { host, pathname } = new URL(url)
    throw new Stop(
      `The database ${pathname.slice(1)} at ${host} cannot be reached: ${(error as Error).message || 'no answer'}. Check DATABASE_URL`,
    )
  }
  return client
}

async function makeAppRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'alongside_app'`)
  if (rowCount !== 0) return
  try {
    await client.query('create role alongside_app nologin nobypassrls nosuperuser')
  } catch (error) {
    if ((error as { code?: string }).code === '42501') {
      throw new Stop(
        'The database role of DATABASE_URL may not create roles: give it CREATEROLE, because the application connects as a role that owns nothing',
      )
    }
    if ((error as { code?: string }).code !== '42710') throw error
  }
}

async function appliedTo(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from schema_migration where name <> 'reference data'`,
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function refuseStrangers(
  done: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const [name, checksum] of done) {
    const ours = known.get(name)
    if (ours === undefined) {
      throw new Stop(
        `The database is of a newer version than this code (it has ${name}): start the newer version, or restore a backup`,
      )
    }
    if (ours !== checksum) {
      throw new Stop(
        `The migration ${name} was changed after it was applied: put the file back and write a new one`,
      )
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(`begin; ${migration.sql}`)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`migration ${migration.name}: ${(error as Error).message}`, { cause: error })
  }
}
