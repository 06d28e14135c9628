import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { Stop } from '#platform/lib/errors.ts'
import { clusterFolder, embeddedPrograms, makeFor, type Programs } from './embedded-programs.ts'

const owner = 'alongside_owner'
const database = 'alongside'

export type Embedded = {
  /** As the owner of the tables: for migrations only. */
  readonly url: string
  /** Stops the database, unless somebody else is connected to it and `onlyIfAlone`. */
  readonly stop: (how?: { readonly onlyIfAlone: boolean }) => Promise<void>
}

type Cluster = {
  readonly programs: Programs
  readonly folder: string
  readonly password: string
  readonly dataFolder: string
}

/** Whether there is an embedded database in this data folder; makes nothing. */
export function hasEmbedded(dataFolder: string): boolean {
  const folder = resolve(dataFolder)
  if (!existsSync(folder)) return false
  return existsSync(join(clusterFolder(folder, embeddedPrograms()), 'PG_VERSION'))
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
  const port = (await runningPort(cluster)) ?? (await start(cluster, flags))
  const url = `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/${database}`
  await makeDatabase(url)
  return { url, stop: (how) => stop(cluster, url, how?.onlyIfAlone ?? false) }
}

function prepare(dataFolder: string): Cluster {
  try {
    mkdirSync(dataFolder, { recursive: true })
    accessSync(dataFolder, constants.W_OK | constants.X_OK)
  } catch {
    throw new Stop(
      `The data folder ${dataFolder} cannot be written: give its owner's rights, or set ALONGSIDE_DATA to another folder`,
    )
  }
  const programs = embeddedPrograms()
  const folder = clusterFolder(dataFolder, programs)
  return { programs, folder, password: keptSecret(dataFolder, 'database-password'), dataFolder }
}

/** A secret made once and kept in the data folder, readable by its owner alone. */
export function keptSecret(dataFolder: string, name: string): string {
  const path = join(dataFolder, name)
  if (!existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true })
    const beside = `${path}.${process.pid}`
    writeFileSync(beside, randomBytes(32).toString('hex'), { mode: 0o600 })
    chmodSync(beside, 0o600)
    if (existsSync(path)) rmSync(beside)
    else renameSync(beside, path)
  }
  return readFileSync(path, 'utf8').trim()
}

/** Made beside and renamed: a kill half-way leaves nothing that looks like a database. */
async function make(cluster: Cluster): Promise<void> {
  const beside = `${cluster.folder}.new`
  rmSync(beside, { recursive: true, force: true })
  makeFor(beside, cluster.programs)
  const passwordFile = join(beside, '..', `.password-${process.pid}`)
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  if (cluster.programs.user)
    chownSync(passwordFile, cluster.programs.user.uid, cluster.programs.user.gid)
  try {
    await run(cluster, 'initdb', [
      '-D',
      beside,
      '-U',
      owner,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(beside, cluster.folder)
}

function checkVersion(cluster: Cluster): void {
  const found = readFileSync(join(cluster.folder, 'PG_VERSION'), 'utf8').trim()
  if (found !== '18') {
    throw new Stop(
      `The database in ${cluster.dataFolder} was made by PostgreSQL ${found} and this is 18: restore a backup into a new data folder`,
    )
  }
}

/** The port of a database that answers, or null; a file left behind by a kill is not believed. */
async function runningPort(cluster: Cluster): Promise<number | null> {
  const path = join(cluster.folder, 'postmaster.pid')
  if (!existsSync(path)) return null
  const [pid, , , port] = readFileSync(path, 'utf8').split('\n')
  if (!isPostgres(Number(pid))) {
    rmSync(path, { force: true })
    return null
  }
  return (await answers(cluster, Number(port))) ? Number(port) : null
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const probe = new pg.Client({
      host: '127.0.0.1',
      port,
      user: owner,
      password: cluster.password,
      database: 'postgres',
    })
    try {
      await probe.connect()
      return true
    } catch (error) {
      // 57P03: still starting or recovering, 57P01: going down; anything else will not get better.
      if (!['57P03', '57P01'].includes((error as { code?: string }).code ?? '')) return false
      await new Promise((resume) => setTimeout(resume, 50))
    } finally {
      await probe.end().catch(() => undefined)
    }
  }
  return false
}

async function start(cluster: Cluster, flags: readonly string[]): Promise<number> {
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=256MB',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    ...flags,
  ]
  const options = settings.map((setting) => `-c ${setting}`).join(' ')
  try {
    await run(cluster, 'pg_ctl', [
      'start',
      '-w',
      '-s',
      '-t',
      '60',
      '-D',
      cluster.folder,
      '-l',
      join(cluster.folder, 'server.log'),
      '-o',
      options,
    ])
    return port
  } catch (error) {
    // Another process may have started it between our look and our start.
    const other = await runningPort(cluster)
    if (other !== null) return other
    throw new Stop(
      `The embedded database did not start: ${(error as Error).message} (its own words are in ${join(cluster.folder, 'server.log')})`,
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
  } finally {
    await client.end()
  }
}

async function stop(cluster: Cluster, url: string, onlyIfAlone: boolean): Promise<void> {
  if (onlyIfAlone && (await othersConnected(url))) return
  await run(cluster, 'pg_ctl', [
    'stop',
    '-w',
    '-s',
    '-m',
    'fast',
    '-t',
    '30',
    '-D',
    cluster.folder,
  ]).catch(() => undefined)
}

async function othersConnected(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return (rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function run(cluster: Cluster, program: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(cluster.programs.folder, 'bin', program), words, {
      cwd: '/',
      env: {
        PATH: process.env['PATH'],
        LC_ALL: 'C',
        LD_LIBRARY_PATH: join(cluster.programs.folder, 'lib'),
      },
      stdio: ['ignore', 'ignore', program === 'pg_ctl' ? 'ignore' : 'pipe'],
      ...(cluster.programs.user ?? {}),
    })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${said.trim()}`)),
    )
  })
}
