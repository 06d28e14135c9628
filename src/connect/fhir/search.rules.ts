// Searches as FHIR R4 writes them (http://hl7.org/fhir/R4/search.html): token, reference, string and
// date parameters, commas for "or". What is not known is refused and not passed over: an ignored
// criterion would give more people than were asked for.

import { isId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Issue } from './outcome.ts'

export type SearchParameter = {
  readonly type: 'token' | 'reference' | 'string' | 'date'
  readonly documentation: string
}

export type Token = { readonly system: string | null; readonly value: string }

export type Search = {
  /** Each parameter's values as given, ready to be joined again for the links. */
  readonly given: Readonly<Record<string, string>>
  readonly count: number
  /** Only what comes after this id. */
  readonly after: string | null
}

const mostAtOnce = 200
const usual = 50

/** What was asked for, checked against what a resource can be searched by. */
export function readSearch(
  query: Readonly<Record<string, unknown>>,
  parameters: Readonly<Record<string, SearchParameter>>,
): Result<Search, Issue> {
  const given: Record<string, string> = {}
  let [count, after]: [number, string | null] = [usual, null]
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string') return wrong('not-supported', `${name} can be given once`)
    if (name === '_format') continue
    if (name === '_count') {
      if (!/^\d{1,6}$/.test(value) || Number(value) < 1)
        return wrong('value', '_count must be a whole number from 1')
      count = Math.min(Number(value), mostAtOnce)
    } else if (name === '_after') {
      if (!isId(value)) return wrong('value', '_after comes from a "next" link')
      after = value
    } else if (parameters[name] === undefined) {
      return wrong(
        'not-supported',
        `${name} is no parameter here; there are: ${Object.keys(parameters).join(', ')}`,
      )
    } else if (value.trim() === '' || value.length > 2000 || value.includes('\u0000')) {
      return wrong('value', `${name} has no value that can be looked for`)
    } else given[name] = value.trim()
  }
  return ok({ given, count, after })
}

const wrong = (code: Issue['code'], text: string): Result<never, Issue> => refused({ code, text })

/** The values of a parameter, `a,b` being either. */
export function valuesOf({ given }: Search, name: string): readonly string[] | null {
  return (
    given[name]
      ?.split(',')
      .map((value) => value.trim())
      .filter(Boolean) ?? null
  )
}

/** `system|value`, or a value of whatever system. */
export function tokensOf(search: Search, name: string): readonly Token[] | null {
  return (
    valuesOf(search, name)?.map((text) => {
      const at = text.indexOf('|')
      return at < 0
        ? { system: null, value: text }
        : { system: text.slice(0, at) || null, value: text.slice(at + 1) }
    }) ?? null
  )
}

/** Ids that references lead to: `Patient/…`, or bare. What is no id of ours leads nowhere. */
export function idsOf(search: Search, ...names: readonly string[]): readonly string[] | null {
  const lists = names.flatMap((name) => {
    const values = valuesOf(search, name)
    return values === null ? [] : [values.map((value) => value.split('/').at(-1)!).filter(isId)]
  })
  const [first, ...others] = lists
  return first?.filter((id) => others.every((list) => list.includes(id))) ?? null
}

/** The address of a search, without what is a matter of pages unless told. */
export function searchAddress(
  base: string,
  { given, count }: Search,
  after: string | null,
): string {
  const query = new URLSearchParams({ ...given, _count: String(count) })
  if (after !== null) query.set('_after', after)
  return `${base}?${query.toString()}`
}
