import { readFile } from 'node:fs/promises'
import easyRead from '../../../data/symbols/easy-read.json' with { type: 'json' }

const known = easyRead.symbols.map(({ name, words }) => ({
  name,
  // A pound sign is no word, so that it needs no edge.
  called: words.length === 0 ? null : new RegExp(words.map(asWord).join('|'), 'iu'),
}))

function asWord(word: string): string {
  const edge = (at: string) => (/\w/.test(at) ? '\\b' : '')
  return `${edge(word.slice(0, 1))}${word}${edge(word.slice(-1))}`
}

/** The name of the symbol that stands beside a sentence: the first whose word is in it. */
export function symbolFor(sentence: string): string {
  return known.find(({ called }) => called?.test(sentence))?.name ?? 'information'
}

const drawn = new Map<string, Promise<string>>()

/** A symbol as SVG. Throws for a name that has none. */
export function symbol(name: string): Promise<string> {
  const read =
    drawn.get(name) ??
    readFile(new URL(`../../../data/symbols/svg/${name}.svg`, import.meta.url), 'utf8')
  drawn.set(name, read)
  return read
}
