import { sql, type Insertable, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'

const atOnce = 5000

/**
 * Inserts rows that all have the same columns, some thousands in a statement: they go over as one
 * JSON text, which costs a fraction of a parameter for each value. Gives how many were inserted.
 */
export async function insertMany<T extends keyof DB>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<DB[T]>[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<number> {
  const keys = Object.keys(rows[0] ?? {})
  const names = keys.map(snake)
  const columns = sql.raw(names.join(', '))
  const target = sql.raw(snake(table))
  let inserted = 0
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = asJson(rows.slice(from, from + atOnce), keys, names)
    const { numAffectedRows } = await sql`
      insert into ${target} (${columns})
      select ${columns} from json_populate_recordset(null::${target}, ${part}::json)
      ${onConflict}`.execute(tx)
    inserted += Number(numAffectedRows ?? 0)
  }
  return inserted
}

export type Changing<T extends keyof DB> = {
  readonly rows: readonly Insertable<DB[T]>[]
  /** The column that tells which row is meant, beside the authority. */
  readonly by: keyof DB[T] & string
  readonly set: readonly (keyof DB[T] & string)[]
  /** Leave alone what has been worked on here: its version is no longer the first. */
  readonly untouched?: boolean
}

/** Brings rows up to date, all in one statement. Gives the values of `by` of those that were there to change. */
export async function updateMany<T extends keyof DB>(
  tx: Tx,
  table: T,
  { rows, by, set, untouched = false }: Changing<T>,
): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const keys = ['authorityId', by, ...set]
  const target = sql.raw(snake(table))
  const key = sql.raw(snake(by))
  const changes = sql.raw(set.map((column) => `${snake(column)} = n.${snake(column)}`).join(', '))
  const { rows: changed } = await sql<{ key: string }>`
    update ${target} t set ${changes}
      from json_populate_recordset(null::${target}, ${asJson(rows, keys, keys.map(snake))}::json) n
     where t.authority_id = n.authority_id and t.${key} = n.${key}
       ${untouched ? sql`and t.version = 1` : sql``}
    returning t.${key}::text as key`.execute(tx)
  return changed.map((row) => row.key)
}

/** Inserts rows that have a number in a previous system; a number that is there already stays as it is. */
export function insertOnce<T extends 'referral' | 'assessment' | 'payment' | 'attendance'>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<number> {
  return insertMany(
    tx,
    table,
    rows,
    sql`on conflict (authority_id, previous_ref) where previous_ref is not null do nothing`,
  )
}

function asJson(
  rows: readonly object[],
  keys: readonly string[],
  names: readonly string[],
): string {
  const renamed = rows.map((row) => {
    const values = row as Readonly<Record<string, unknown>>
    const out: Record<string, unknown> = {}
    for (let at = 0; at < keys.length; at += 1) out[names[at] ?? ''] = values[keys[at] ?? '']
    return out
  })
  return JSON.stringify(renamed)
}

/** A row by the names of its columns in the database. */
export function asColumns(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))
}

/** `postcodeSector` is `postcode_sector` in the database, and `address1` is `address_1`. */
const snake = (key: string): string => key.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`)

/** From here on the transaction says itself who may read its rows, which is much quicker for many. */
export async function beginBulk(tx: Tx): Promise<void> {
  await sql`set local alongside.bulk = 'on'`.execute(tx)
}

/** The usual way again: who may read is worked out for each row. */
export async function endBulk(tx: Tx): Promise<void> {
  await sql`set local alongside.bulk = 'off'`.execute(tx)
}
