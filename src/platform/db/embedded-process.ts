import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Stop } from '#platform/lib/errors.ts'
import type { Programs } from './embedded-programs.ts'

export const owner = 'alongside_owner'

export type Cluster = {
  readonly programs: Programs
  readonly folder: string
  readonly password: string
  readonly dataFolder: string
}

/** How long a database may take to end its last crash's recovery, or a left-over process to end. */
const patience = 20_000

/** The port of a database that answers, or null; a file left behind by a kill is not believed. */
export async function runningPort(cluster: Cluster): Promise<number | null> {
  const path = join(cluster.folder, 'postmaster.pid')
  if (!existsSync(path)) return null
  const lines = readFileSync(path, 'utf8').split('\n')
  if (lines[0] === '') {
    // Being written by another start, or left by a machine that lost its power at that moment.
    if (Date.now() - statSync(path).mtimeMs > patience) rmSync(path)
    return null
  }
  if (!isPostgres(Number(lines[0]))) {
    disown(path, lines)
    return null
  }
  const port = Number(lines[3])
  return (await answers(cluster, port)) ? port : null
}

/** Starts the database on a free port and waits until it answers; throws Stop where it will not start. */
export async function startOn(cluster: Cluster, flags: readonly string[]): Promise<number> {
  const deadline = Date.now() + patience
  for (;;) {
    const from = sizeOf(logOf(cluster))
    try {
      return await tryStart(cluster, flags)
    } catch {
      // Another process may have started it between our look and our start.
      const other = await runningPort(cluster)
      if (other !== null) return other
      const words = readFileSync(logOf(cluster), 'utf8').slice(from).trim()
      if (!passing.test(words) || Date.now() > deadline) {
        throw new Stop(
          `The embedded database did not start: ${firstFault(words)} (all its words are in ${logOf(cluster)})`,
        )
      }
      await wait(100)
    }
  }
}

/** What goes away by itself: an orphan of a killed database at its last statement, another start, a port just taken. */
const passing =
  /shared memory block|lock file .* (already exists|is empty)|could not bind|Address already in use/

/** Runs one of PostgreSQL's programs as the database's user to its end; throws with what it said. */
export function run(cluster: Cluster, program: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(cluster.programs.folder, 'bin', program), words, {
      cwd: '/',
      env: {
        PATH: process.env['PATH'],
        LC_ALL: 'C',
        LD_LIBRARY_PATH: join(cluster.programs.folder, 'lib'),
      },
      // The database outlives pg_ctl and would keep our pipe.
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

async function tryStart(cluster: Cluster, flags: readonly string[]): Promise<number> {
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
  const words = ['start', '-w', '-s', '-t', '60', '-D', cluster.folder, '-l', logOf(cluster)]
  await run(cluster, 'pg_ctl', [...words, '-o', options])
  return port
}

/** Whether a process of this id lives, ours or somebody else's; one that only waits to be buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return (
    process.platform !== 'linux' || !/^State:\s*[ZX]/m.test(ofProcess(pid, 'status') ?? 'State: X')
  )
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  return process.platform !== 'linux' || ofProcess(pid, 'cmdline')?.includes('postgres') === true
}

function ofProcess(pid: number, what: 'status' | 'cmdline'): string | null {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return null
  }
}

/**
 * PostgreSQL believes any process that has the id in this file to be itself, also one that came later
 * or waits to be buried. Only the id is taken out: by the rest it sees whether a killed database has
 * left orphans that still write.
 */
function disown(path: string, lines: readonly string[]): void {
  const nobody = '4194305'
  writeFileSync(path, [nobody, ...lines.slice(1)].join('\n'))
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const { password } = cluster
    const to = { host: '127.0.0.1', port, user: owner, password, database: 'postgres' }
    const probe = new pg.Client(to)
    try {
      await probe.connect()
      return true
    } catch (error) {
      // 57P03: still starting or recovering, 57P01: going down; anything else will not get better.
      if (!['57P03', '57P01'].includes((error as { code?: string }).code ?? '')) return false
      await wait(50)
    } finally {
      await probe.end().catch(() => undefined)
    }
  }
  return false
}

const logOf = ({ folder }: Cluster): string => join(folder, 'server.log')
const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

function firstFault(words: string): string {
  const line = words.split('\n').find((each) => /FATAL|PANIC|ERROR/.test(each))
  return line?.replace(/^.*?(FATAL|PANIC|ERROR): */, '') ?? 'it gave no reason'
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
