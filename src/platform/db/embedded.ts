import {
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Stop } from '#platform/lib/errors.ts'
import { keptSecret, makeDataFolder } from './data-folder.ts'
import { type Cluster, isAlive, owner, run, runningPort, startOn } from './embedded-process.ts'
import { clusterFolder, embeddedPrograms, makeFor } from './embedded-programs.ts'

const database = 'alongside'

export type Embedded = {
  /** As the owner of the tables: for migrations only. */
  readonly url: string
  /** Stops the database, unless somebody else is connected to it and `onlyIfAlone`. */
  readonly stop: (how?: { readonly onlyIfAlone: boolean }) => Promise<void>
}

/** Whether there is an embedded database in this data folder; makes nothing. */
export function hasEmbedded(dataFolder: string): boolean {
  const folder = resolve(dataFolder)
  return existsSync(folder) && existsSync(join(clusterFolder(folder), 'PG_VERSION'))
}

/**
 * Finds the embedded database running, or starts it, or makes it first. Throws Stop where the data
 * folder cannot be written or the files are another version's. `flags` are PostgreSQL's own settings.
 */
export async function openEmbedded(
  dataFolder: string,
  flags: readonly string[] = [],
): Promise<Embedded> {
  const cluster = prepare(resolve(dataFolder))
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) await make(cluster)
  checkVersion(cluster)
  const port = (await runningPort(cluster)) ?? (await startOn(cluster, flags))
  const url = `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/${database}`
  await makeDatabase(url)
  return { url, stop: (how) => stop(cluster, url, how?.onlyIfAlone ?? false) }
}

function prepare(dataFolder: string): Cluster {
  makeDataFolder(dataFolder)
  const programs = embeddedPrograms(dataFolder)
  const folder = clusterFolder(dataFolder)
  return { programs, folder, password: keptSecret(dataFolder, 'database-password'), dataFolder }
}

/** Made beside and renamed: a kill half-way leaves nothing that looks like a database, and of two makers one wins. */
async function make(cluster: Cluster): Promise<void> {
  sweep(cluster.folder)
  const beside = `${cluster.folder}.new-${process.pid}`
  makeFor(beside, cluster.programs)
  const passwordFile = `${beside}.password`
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  const { user } = cluster.programs
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const words = ['-D', beside, '-U', owner, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const text = ['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions']
  try {
    await run(cluster, 'initdb', [...words, ...text])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  try {
    renameSync(beside, cluster.folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(join(cluster.folder, 'PG_VERSION'))) throw error
  }
}

/** Takes away what a maker left that was killed half-way. */
function sweep(folder: string): void {
  const half = `${basename(folder)}.new-`
  for (const name of existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : []) {
    const maker = Number(name.slice(half.length).replace('.password', ''))
    if (name.startsWith(half) && !isAlive(maker)) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
    }
  }
}

function checkVersion(cluster: Cluster): void {
  const found = readFileSync(join(cluster.folder, 'PG_VERSION'), 'utf8').trim()
  if (found !== '18') {
    throw new Stop(
      `The database in ${cluster.dataFolder} was made by PostgreSQL ${found} and this is 18: restore a backup into a new data folder`,
    )
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } catch (error) {
    // Another that starts beside us made it between our look and our statement.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

async function stop(cluster: Cluster, url: string, onlyIfAlone: boolean): Promise<void> {
  if (onlyIfAlone && (await othersStay(url))) return
  const words = ['stop', '-w', '-s', '-m', 'fast', '-t', '30', '-D', cluster.folder]
  await run(cluster, 'pg_ctl', words).catch(() => undefined)
}

/** Connections that we have just closed ourselves take the database a moment; somebody else's stay. */
async function othersStay(url: string): Promise<boolean> {
  for (let asked = 0; asked < 20; asked += 1) {
    if (!(await othersConnected(url))) return false
    await wait(50)
  }
  return true
}

/** False also where the database is gone already. */
async function othersConnected(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return (rowCount ?? 0) > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
