import { fold } from '#platform/lib/fold.ts'
import { isNoName, nameWords, properTitle } from '#platform/lib/names.ts'

export type WholeName = {
  readonly title: string | null
  readonly given: string
  readonly family: string
}

// Words that belong to the surname after them: de la Mare, van Dyke, ap Rhys.
const before = new Set(
  'de da di du del della den der des la le van von ter ten st saint ap ab al el bin ibn mac o'.split(
    ' ',
  ),
)

/** A whole name in one cell, as `Smith, Mrs Anne Marie` or `Mrs Anne Marie Smith`, taken apart. */
export function splitName(written: string): WholeName {
  if (written.trim() === '' || isNoName(written)) return { title: null, given: '', family: '' }
  const comma = written.indexOf(',')
  if (comma > 0) {
    const { title, words } = withoutTitle(written.slice(comma + 1))
    return { title, given: words.join(' '), family: written.slice(0, comma).trim() }
  }
  const { title, words } = withoutTitle(written)
  if (words.length === 1)
    return {
      title,
      given: title === null ? (words[0] ?? '') : '',
      family: title === null ? '' : (words[0] ?? ''),
    }
  let start = words.length - 1
  while (start > 1 && before.has(fold(words[start - 1] ?? ''))) start -= 1
  return { title, given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') }
}

function withoutTitle(text: string): {
  readonly title: string | null
  readonly words: readonly string[]
} {
  const words = text.trim().split(/\s+/).filter(Boolean)
  const titled = words.length > 1 && nameWords(`${words[0]} x`).length === 1
  return titled
    ? { title: properTitle(words[0] ?? ''), words: words.slice(1) }
    : { title: null, words }
}
