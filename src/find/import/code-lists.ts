import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fold } from '#platform/lib/fold.ts'
import { editDistance } from '#platform/lib/edit-distance.ts'

const fileSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      group: z.string().optional(),
      also: z.array(z.string()).default([]),
    }),
  ),
})

/** A code list: each code's words, and the code for a word as some system wrote it. */
export type CodeList = {
  readonly labels: ReadonlyMap<string, string>
  /** The code, or null where no code goes by these words. */
  readonly codeFor: (written: string) => string | null
}

const lists = new Map<string, CodeList>()

/** The code list of that name in `data/codes`; throws where there is none. Read once. */
export function codeList(name: string): CodeList {
  const known = lists.get(name)
  if (known !== undefined) return known
  const file = new URL(`../../../data/codes/${name}.json`, import.meta.url)
  const { items } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const byWords = new Map<string, string>()
  for (const { id, label, also } of items) {
    for (const words of [label, ...also]) byWords.set(fold(words), id)
  }
  const list = {
    labels: new Map(items.map((item) => [item.id, item.label])),
    codeFor: finder(byWords),
  }
  lists.set(name, list)
  return list
}

/** Looks words up as they are folded, then with one slip of the keyboard in a word long enough to bear it. */
function finder(byWords: ReadonlyMap<string, string>): (written: string) => string | null {
  const asked = new Map<string, string | null>()
  return (written) => {
    const known = asked.get(written)
    if (known !== undefined) return known
    const words = fold(written)
    const code = byWords.get(words) ?? nearly(byWords, words)
    asked.set(written, code)
    return code
  }
}

function nearly(byWords: ReadonlyMap<string, string>, words: string): string | null {
  if (words.length < 6) return null
  const codes = new Set<string>()
  for (const [known, code] of byWords) {
    if (known.length >= 6 && editDistance(known, words, 1) === 1) codes.add(code)
  }
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}
