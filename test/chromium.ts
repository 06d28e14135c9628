// A Chromium to test with: the system's own, or the one that npm brings.
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import shipped, { inflate } from '@sparticuz/chromium'

export type Program = { readonly path: string; readonly env: Readonly<Record<string, string>> }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
const shippedAt = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))

export async function chromiumProgram(): Promise<Program> {
  const path = onPath()
  return path === null ? unpacked() : { path, env: {} }
}

function onPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return places.find((place) => isProgram(place)) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Unpacked once for a version, beside and renamed, because several test files start at once. */
async function unpacked(): Promise<Program> {
  const { version } = JSON.parse(readFileSync(join(shippedAt, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(folder)
  const path = join(folder, 'chromium')
  const env = { FONTCONFIG_PATH: join(folder, 'fonts') }
  const libraries = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  return { path, env: starts(path, env) ? env : libraries }
}

async function unpackInto(folder: string): Promise<void> {
  const beside = `${folder}.${process.pid}`
  mkdirSync(beside, { recursive: true })
  const usual = process.env['TMPDIR']
  // The package unpacks into the folder for temporary files, wherever that is.
  process.env['TMPDIR'] = beside
  try {
    const libraries = inflate(join(shippedAt, 'bin', 'al2023.tar.br'))
    await Promise.all([shipped.executablePath(), libraries])
  } finally {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
  }
  try {
    renameSync(beside, folder)
  } catch {
    rmSync(beside, { recursive: true })
  }
}

/** False where the machine lacks the libraries that the package brings for such machines. */
function starts(path: string, env: Readonly<Record<string, string>>): boolean {
  return spawnSync(path, ['--version'], { env: { ...process.env, ...env } }).status === 0
}
