/** One field that two people changed to different things since the first of them opened the page. */
export type Clash<Name extends string, Value> = {
  readonly field: Name
  readonly theirs: Value
  readonly mine: Value
}

export type MergedEdits<T extends Record<string, unknown>> = {
  /** What to offer for saving: mine where I changed it, theirs everywhere else. */
  readonly values: T
  readonly clashes: readonly Clash<keyof T & string, T[keyof T]>[]
  /** Fields that only they changed: kept as they have it. */
  readonly onlyTheirs: readonly (keyof T & string)[]
}

/**
 * Two edits of one row put together. `base` is the row as I opened it, `theirs` as it is stored
 * now, `mine` as I typed it; each holds the same fields.
 */
export function mergeEdits<T extends Record<string, unknown>>(edits: {
  readonly base: T
  readonly theirs: T
  readonly mine: T
}): MergedEdits<T> {
  const { base, theirs, mine } = edits
  const fields = Object.keys(mine) as (keyof T & string)[]
  const byMe = (field: keyof T) => mine[field] !== base[field]
  const byThem = (field: keyof T) => theirs[field] !== base[field]
  const values = Object.fromEntries(
    fields.map((field) => [field, byMe(field) ? mine[field] : theirs[field]]),
  )
  return {
    values: values as T,
    clashes: fields
      .filter((field) => byMe(field) && byThem(field) && mine[field] !== theirs[field])
      .map((field) => ({ field, theirs: theirs[field], mine: mine[field] })),
    onlyTheirs: fields.filter((field) => byThem(field) && !byMe(field)),
  }
}
