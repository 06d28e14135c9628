import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'

export type Order = {
  readonly id: number
  readonly lines: readonly string[]
  readonly table: string
}
export type Embossed = { readonly id: number; readonly lines: readonly string[] }

/** The part of liblouis, compiled for JavaScript, that is used here. */
type Louis = {
  readonly FS: { mkdir(path: string): void; writeFile(path: string, text: string): void }
  ccall(name: string, gives: 'number', types: readonly string[], args: readonly unknown[]): number
  getValue(address: number, type: 'i16' | 'i32'): number
  setValue(address: number, value: number, type: 'i32'): void
  stringToUTF16(text: string, address: number, bytes: number): void
  _malloc(bytes: number): number
  _free(address: number): void
}

const require = createRequire(import.meta.url)
// A thread of its own: on being loaded it takes over how a process ends on a fault.
const louis = require('liblouis-build') as Louis

const folder = require.resolve('liblouis-build').replace(/[^/\\]+$/, 'tables/')
const needed = /^(?:en-ueb-.*|latinLetterDef8Dots\.uti|braille-patterns\.cti|en-us-brf\.dis)$/
louis.FS.mkdir('/tables')
for (const name of readdirSync(folder).filter((each) => needed.test(each)))
  louis.FS.writeFile(`/tables/${name}`, readFileSync(`${folder}${name}`, 'utf8'))

/** A line in Braille, a letter of Braille ASCII a cell. Throws where liblouis will not have it. */
function translate(line: string, table: string): string {
  // Contracted Braille is shorter than print; capitals, numbers and marks of their own can be longer.
  const room = line.length * 8 + 64
  const print = louis._malloc((line.length + 1) * 2)
  const cells = louis._malloc(room * 2)
  const lengths = louis._malloc(8)
  louis.stringToUTF16(line, print, (line.length + 1) * 2)
  louis.setValue(lengths, line.length, 'i32')
  louis.setValue(lengths + 4, room, 'i32')
  const tables = `/tables/en-us-brf.dis,/tables/${table}`
  const done = louis.ccall(
    'lou_translateString',
    'number',
    ['string', ...Array.from({ length: 7 }, () => 'number')],
    [tables, print, lengths, cells, lengths + 4, 0, 0, 0],
  )
  const length = louis.getValue(lengths + 4, 'i32')
  const codes = Array.from({ length }, (_, at) => louis.getValue(cells + at * 2, 'i16'))
  for (const address of [print, cells, lengths]) louis._free(address)
  if (done !== 1) throw new Error('liblouis could not translate a line')
  return String.fromCharCode(...codes)
}

parentPort?.on('message', ({ id, lines, table }: Order) => {
  const embossed = lines.map((line) => (line === '' ? '' : translate(line, table)))
  parentPort?.postMessage({ id, lines: embossed } satisfies Embossed)
})
