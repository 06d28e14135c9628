import { hash } from 'node:crypto'

/** Rows by what an earlier import had of them: nothing, something else, or the same. */
export type Sifted<T> = {
  readonly fresh: readonly T[]
  readonly changed: readonly T[]
  readonly same: readonly T[]
  /** Each row's digest by its id, for the next import to compare with. */
  readonly said: ReadonlyMap<string, string>
}

/** Tells new rows from changed and unchanged ones, by digests of what was taken from each. */
export function sift<T extends { readonly id: string }>(
  rows: readonly T[],
  before: ReadonlyMap<string, string>,
): Sifted<T> {
  const said = new Map(rows.map((row) => [row.id, digest(row)]))
  const is = (row: T): 'fresh' | 'changed' | 'same' => {
    const last = before.get(row.id)
    if (last === undefined) return 'fresh'
    return last === said.get(row.id) ? 'same' : 'changed'
  }
  const only = (what: 'fresh' | 'changed' | 'same'): readonly T[] =>
    rows.filter((row) => is(row) === what)
  return { fresh: only('fresh'), changed: only('changed'), same: only('same'), said }
}

const digest = (row: object): string =>
  hash('sha256', JSON.stringify(row), 'base64url').slice(0, 22)
