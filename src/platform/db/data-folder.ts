import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop } from '#platform/lib/errors.ts'

/** Makes the data folder where it is missing; throws Stop where it cannot be made or written. */
export function makeDataFolder(folder: string): void {
  orStop(folder, () => {
    makeEach(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  })
}

/** A secret made once and kept in the data folder, readable by its owner alone; throws Stop as above. */
export function keptSecret(dataFolder: string, name: string): string {
  const path = join(dataFolder, name)
  return orStop(dataFolder, () => {
    if (!existsSync(path)) {
      makeEach(dataFolder)
      keep(path, randomBytes(32).toString('hex'))
    }
    return readFileSync(path, 'utf8').trim()
  })
}

function orStop<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Stop(
      `The data folder ${folder} cannot be used (${code}): make it this user's own, or set ALONGSIDE_DATA to another folder`,
    )
  }
}

/** One by one, because Node's recursive mkdir never comes back from a path below /proc. */
function makeEach(folder: string): void {
  if (!existsSync(folder)) {
    makeEach(dirname(folder))
    unlessThere(() => mkdirSync(folder))
  }
  if (!statSync(folder).isDirectory()) {
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
  }
}

/** Linked and not renamed into place: of two that start side by side the first one's secret stays. */
function keep(path: string, secret: string): void {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, secret, { mode: 0o600 })
  try {
    unlessThere(() => linkSync(beside, path))
  } finally {
    rmSync(beside)
  }
}

/** Of two that start side by side the second finds it made. */
function unlessThere(make: () => void): void {
  try {
    make()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
