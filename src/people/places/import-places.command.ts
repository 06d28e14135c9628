import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Stop } from '#platform/lib/errors.ts'
import type { Command, CommandHouse } from '#platform/room.ts'
import type { Loaded } from './establishments.sql.ts'
import { loadRegister } from './load-register.ts'
import { type ReadRegister, readRegister } from './read-register.ts'

const usage = 'import places FILE… [--dry-run] [--json]'

/** `alongside import places`: takes published registers of practices, trusts, hospitals and schools. */
export const importPlaces: Command = {
  name: 'import places',
  usage,
  about:
    'Takes in registers as published: epraccur, etr and ets (NHS), edubasealldata (schools), and carers on GP registers.',
  run: async (house, words) => {
    const asked = read(words)
    const done: Done[] = []
    for (const path of asked.files) done.push(await takeFile(house, path, asked.dryRun))
    if (asked.json) house.print(JSON.stringify({ files: done }, null, 2))
    else for (const line of done.flatMap((each) => inWords(each, asked.dryRun))) house.print(line)
    return done.every(({ taken }) => taken === 0) ? 1 : 0
  },
}

type Done = Loaded & {
  readonly file: string
  readonly register: string
  readonly rows: number
  readonly taken: number
  readonly leftOut: number
  readonly refused: ReadRegister['refused']
}

async function takeFile(house: CommandHouse, path: string, dryRun: boolean): Promise<Done> {
  const register = await readRegister(bytesOf(path))
  if (!register.ok) throw new Stop(`${path}: ${register.error}`)
  const { says, rows, leftOut, refused } = register.value
  const loaded = dryRun
    ? { added: 0, changed: 0 }
    : await loadRegister(await house.open(), register.value, basename(path))
  const taken = rows - leftOut - refused.length
  return { file: basename(path), register: says, rows, taken, leftOut, refused, ...loaded }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new Stop(`${path} cannot be read: say where the file is`, 2)
  }
}

function inWords({ file, register, rows, taken, leftOut, refused, ...loaded }: Done, dry: boolean) {
  const wrote = dry
    ? `${taken} could be taken (nothing was written)`
    : `${taken} taken (${loaded.added} new entries, ${loaded.changed} changed)`
  const left = leftOut === 0 ? '' : `, ${leftOut} left out`
  return [
    `${file}, ${register}: ${rows} rows read, ${wrote}${left}, ${refused.length} refused.`,
    ...refused.map(({ line, reason }) => `${file}, line ${line}: ${reason}`),
  ]
}

function read(words: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { 'dry-run': flag, json: flag },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new Error('Say which files')
    return { files: positionals, dryRun: values['dry-run'], json: values.json }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n  alongside ${usage}`, 2)
  }
}
