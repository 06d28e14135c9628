import { readFileSync } from 'node:fs'
import { z } from 'zod'

const fileSchema = z.object({ items: z.array(z.object({ id: z.string(), label: z.string() })) })

const lists = new Map<string, ReadonlyMap<string, string>>()

/** The words for each code of a list in `data/codes`, in its order; throws where there is no such list. */
export function codeWords(list: string): ReadonlyMap<string, string> {
  const known = lists.get(list)
  if (known !== undefined) return known
  const file = new URL(`../../../data/codes/${list}.json`, import.meta.url)
  const { items } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const words = new Map(items.map(({ id, label }) => [id, label]))
  lists.set(list, words)
  return words
}

/** The words for one code; what is no code of the list stands as it is. */
export function wordsFor(list: string, code: string): string {
  return codeWords(list).get(code) ?? code
}

/** A list's codes, for a field that takes one of them. */
export function codesOf(list: string): readonly [string, ...string[]] {
  return [...codeWords(list).keys()] as [string, ...string[]]
}
