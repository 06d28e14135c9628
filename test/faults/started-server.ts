// The real server as a process of its own, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '#platform/db/embedded-process.ts'
import { clusterFolder } from '#platform/db/embedded-programs.ts'

export type Ending = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export type StartedServer = {
  readonly pid: number
  readonly address: string
  readonly said: () => string
  /** Sends the signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ending>
}

type Environment = Readonly<Record<string, string>>

/** Everything else of our own environment stays out: a DATABASE_URL of the machine must not come in. */
const bare: Environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '/tmp',
  ...(process.env['NODE_COMPILE_CACHE'] && {
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  }),
  PORT: '0',
  ALONGSIDE_DEMO: '0',
}

type Command = readonly [string, ...string[]]
const server: Command = [process.execPath, 'src/main.ts']

/** Starts the server and waits for its address; throws with what it said where it ends instead. */
export async function startServer(
  environment: Environment,
  command: Command = server,
): Promise<StartedServer> {
  const { child, ending, said } = spawned(environment, command)
  const address = await Promise.race([
    untilSaid(child, said, /Alongside is at (\S+)/),
    ending.then(({ code, stdout, stderr }) => {
      throw new Error(`the server ended with ${code} before it listened:\n${stdout}${stderr}`)
    }),
  ])
  return {
    pid: child.pid!,
    address,
    said: () => said().stdout,
    end: (signal) => {
      child.kill(signal)
      return ending
    },
  }
}

/** Starts a server that is to end by itself, and waits for that. */
export function endOf(environment: Environment, command: Command = server): Promise<Ending> {
  return spawned(environment, command).ending
}

/** Starts a server and sends it a signal as soon as its folder's database runs. */
export async function endWhileStarting(folder: string, signal: NodeJS.Signals): Promise<Ending> {
  const { child, ending } = spawned({ ALONGSIDE_DATA: folder }, server)
  while (postmasterOf(folder) === null) await wait(5)
  child.kill(signal)
  return ending
}

/** A data folder that the database's user may enter, gone with its database when the tests are done. */
export function dataFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-'))
  chmodSync(folder, mode)
  after(async () => {
    const pid = postmasterOf(folder)
    if (pid !== null) await ended(pid, () => process.kill(pid, 'SIGQUIT'))
    rmSync(clusterOf(folder), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Where the database's files are, also those of a user other than ours. */
export function clusterOf(folder: string): string {
  const inside = join(folder, 'postgresql')
  return existsSync(inside) ? inside : clusterFolder(folder)
}

/** The process id of the folder's running database, or null. */
export function postmasterOf(folder: string): number | null {
  const path = join(clusterOf(folder), 'postmaster.pid')
  const pid = existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : null
  return pid !== null && isAlive(pid) ? pid : null
}

/** The folder's database for its owner; null where none runs. */
export function ownerUrl(folder: string): string | null {
  const path = join(clusterOf(folder), 'postmaster.pid')
  if (!existsSync(path)) return null
  const password = readFileSync(join(folder, 'database-password'), 'utf8')
  const port = readFileSync(path, 'utf8').split('\n')[3]
  return `postgres://alongside_owner:${password}@127.0.0.1:${port}/alongside`
}

/** Does what ends a process, and waits until it is gone. */
export async function ended(pid: number, end: () => void): Promise<void> {
  end()
  while (isAlive(pid)) await wait(10)
}

/** Milliseconds from now until the server says that it is ready. */
export async function untilReady(address: string): Promise<number> {
  const from = performance.now()
  for (;;) {
    const answer = await fetch(`${address}/health/ready`).catch(() => null)
    if (answer?.status === 200) return performance.now() - from
    await wait(10)
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer()
    listener.once('error', reject)
    listener.listen(0, 'localhost', () => {
      const place = listener.address()
      listener.close(() => resolve(typeof place === 'object' && place ? place.port : 0))
    })
  })
}

const children = new Set<ChildProcess>()
after(() => {
  for (const child of children) child.kill('SIGKILL')
})

function spawned(environment: Environment, [program, ...words]: Command) {
  const child = spawn(program, words, {
    env: { ...bare, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  const ending = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      children.delete(child)
      resolve({ code, ...said })
    })
  })
  return { child, ending, said: () => said }
}

function untilSaid(
  child: ChildProcess,
  said: () => { stdout: string },
  pattern: RegExp,
): Promise<string> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = pattern.exec(said().stdout)
      if (found) resolve(found[1]!)
    }
    child.stdout?.on('data', look)
    look()
  })
}
