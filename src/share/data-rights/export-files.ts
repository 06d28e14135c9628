import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from '#platform/lib/errors.ts'

export type WrittenFile = {
  readonly file: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** A new or empty folder that nobody else on the machine reads; throws Stop with one readable line. */
export function makeExportFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (readdirSync(folder).length === 0) return
  } catch (error) {
    throw new Stop(`${folder} cannot be written: ${(error as NodeJS.ErrnoException).code ?? ''}`)
  }
  throw new Stop(`${folder} is not empty: say a folder that is new or has nothing in it`)
}

/** Writes lines to a file as they come; memory holds a few hundred of them at a time. */
export async function writeLines(
  folder: string,
  file: string,
  lines: AsyncIterable<readonly string[]>,
): Promise<WrittenFile> {
  const sum = createHash('sha256')
  let rows = 0
  let bytes = 0
  const opened = attempt(folder, () => openSync(join(folder, file), 'wx', 0o600))
  try {
    for await (const some of lines) {
      const text = Buffer.from(some.map((line) => `${line}\n`).join(''))
      attempt(folder, () => writeFileSync(opened, text))
      sum.update(text)
      rows += some.length
      bytes += text.length
    }
  } finally {
    closeSync(opened)
  }
  return { file, rows, bytes, sha256: sum.digest('hex') }
}

/** The list of everything in the folder, written last: an export without it was not finished. */
export function writeManifest(folder: string, manifest: unknown): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  attempt(folder, () =>
    writeFileSync(join(folder, 'manifest.json'), text, { flag: 'wx', mode: 0o600 }),
  )
}

function attempt<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Stop(
      code === 'ENOSPC'
        ? `There is no room left in ${folder}. The export is not complete`
        : `${folder} cannot be written (${code ?? 'unknown fault'}). The export is not complete`,
    )
  }
}
