import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Stop } from '#platform/lib/errors.ts'
import type { SourceFile } from './read-file.ts'

const ours = /\.(?:csv|tsv|txt)(?:\.gz)?$/i
const wrongUsage = 2

/** The delimited files of a folder, by name; throws Stop with one readable line where it cannot be read. */
export function readFolder(folder: string): readonly SourceFile[] {
  const names = asReadable(folder, () => readdirSync(folder)).filter((name) => ours.test(name))
  if (names.length === 0) throw new Stop(`There are no CSV files in ${folder}`, wrongUsage)
  return names.toSorted().map((name) => readFileOf(join(folder, name)))
}

/** One delimited file, unpacked where it is packed by gzip; throws Stop where it cannot be read. */
export function readFileOf(path: string): SourceFile {
  const bytes = asReadable(path, () => readFileSync(path))
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const name = basename(path).replace(/\.gz$/i, '')
  return { name, bytes: packed ? asReadable(path, () => gunzipSync(bytes)) : bytes }
}

/** Whether there is a file (and no folder) at the path. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not a folder',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this user',
  Z_DATA_ERROR: 'is packed and damaged',
  Z_BUF_ERROR: 'is packed and damaged',
}

function asReadable<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new Stop(`${path} ${reasons[code] ?? `cannot be read: ${message}`}`, wrongUsage)
  }
}
