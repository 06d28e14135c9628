import { sql, type Insertable, type QueryResult, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { arrayOf, elementType, isList, type Column } from './array-literals.ts'

const atOnce = 5000

/**
 * Inserts rows that all have the same columns, some thousands in a statement: each column goes over
 * as one array, which costs a fraction of a parameter for each value. In bulk the statements are on
 * their way when this returns its promise, so that the next rows can be made ready meanwhile. Gives
 * how many were inserted.
 */
export async function insertMany<T extends keyof DB>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<DB[T]>[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<number> {
  if (rows.length === 0) return 0
  const keys = Object.keys(rows[0] ?? {})
  const columns = columnsOf(learnt.get(tx) ?? (await learnTypes(tx)), table, keys)
  const names = sql.raw(columns.map(({ name }) => name).join(', '))
  const sent: Promise<QueryResult<unknown>>[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    const insert = sql`
      insert into ${sql.raw(snake(table))} (${names})
      select ${valuesIn(columns)} from ${asRows(part, keys, columns)} ${onConflict}`
    sent.push(insert.execute(tx))
  }
  const results = await Promise.all(sent)
  return results.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0)
}

export type Changing<T extends keyof DB> = {
  readonly rows: readonly Insertable<DB[T]>[]
  /** The column that tells which row is meant, beside the authority. */
  readonly by: keyof DB[T] & string
  readonly set: readonly (keyof DB[T] & string)[]
  /** Leave alone what has been worked on here: its version is no longer the first. */
  readonly untouched?: boolean
  /** Make it a new version, so that whoever has it open is told; only where something changes. */
  readonly versioned?: boolean
}

/** Brings rows up to date, all in one statement. Gives the values of `by` of those that were there to change. */
export async function updateMany<T extends keyof DB>(
  tx: Tx,
  table: T,
  { rows, by, set, untouched = false, versioned = false }: Changing<T>,
): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const keys = ['authorityId', by, ...set]
  const columns = columnsOf(learnt.get(tx) ?? (await learnTypes(tx)), table, keys)
  const key = sql.raw(snake(by))
  const names = set.map(snake)
  const said = (of: string): string => names.map((name) => `${of}.${name}`).join(', ')
  const changes = names.map((name) => `${name} = n.${name}`)
  if (versioned) changes.push('version = t.version + 1')
  const { rows: changed } = await sql<{ key: string }>`
    update ${sql.raw(snake(table))} t set ${sql.raw(changes.join(', '))}
      from (select ${valuesIn(columns)} from ${asRows(rows, keys, columns)}) n
     where t.authority_id = n.authority_id and t.${key} = n.${key}
       ${untouched ? sql`and t.version = 1` : sql``}
       ${versioned ? sql`and (${sql.raw(said('t'))}) is distinct from (${sql.raw(said('n'))})` : sql``}
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

/** Inserts how people are reached; what was asked of somebody here, or came before, stays as it is. */
export function insertNeeds(
  tx: Tx,
  rows: readonly Insertable<DB['communicationNeeds']>[],
): Promise<number> {
  return insertMany(tx, 'communicationNeeds', rows, sql`on conflict do nothing`)
}

/** The types of all columns by `table.column`, as the database has them. */
type Types = ReadonlyMap<string, string>
const learnt = new WeakMap<Tx, Types>()

async function learnTypes(tx: Tx): Promise<Types> {
  const { rows } = await sql<Column>`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and a.attnum > 0 and not a.attisdropped`.execute(tx)
  const types = new Map(rows.map(({ name, type }) => [name, type]))
  learnt.set(tx, types)
  return types
}

function columnsOf(types: Types, table: string, keys: readonly string[]): readonly Column[] {
  return keys.map((key) => {
    const name = snake(key)
    return { name, type: types.get(`${snake(table)}.${name}`) ?? 'text' }
  })
}

/** Rows to select from, a parameter for each column. */
function asRows(
  rows: readonly object[],
  keys: readonly string[],
  columns: readonly Column[],
): RawBuilder<unknown> {
  const arrays = columns.map((column, at) => {
    const key = keys[at] ?? ''
    const values = rows.map((row) => (row as Readonly<Record<string, unknown>>)[key])
    return sql`${arrayOf(values, column)}::${sql.raw(elementType(column))}[]`
  })
  return sql`unnest(${sql.join(arrays)}) as given (${sql.raw(columns.map(({ name }) => name).join(', '))})`
}

/** What is selected from such rows: a list comes as its text. */
const valuesIn = (columns: readonly Column[]): RawBuilder<unknown> =>
  sql.raw(
    columns
      .map(({ name, type }) => (isList(type) ? `${name}::${type} as ${name}` : name))
      .join(', '),
  )

/** A row by the names of its columns in the database. */
export function asColumns(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))
}

/** `postcodeSector` is `postcode_sector` in the database, and `address1` is `address_1`. */
const snake = (key: string): string => key.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`)

/**
 * From here on the transaction says itself who may read its rows, which is much quicker for many, and
 * may sort many in memory.
 */
export async function beginBulk(tx: Tx): Promise<void> {
  await Promise.all([
    sql`set local alongside.bulk = 'on'`.execute(tx),
    sql`set local work_mem = '64MB'`.execute(tx),
    learnTypes(tx),
  ])
}

/** The usual way again: who may read is worked out for each row. */
export async function endBulk(tx: Tx): Promise<void> {
  await sql`set local alongside.bulk = 'off'`.execute(tx)
}

/** Tells the planner of the people who came in this transaction, before rows refer to them. */
export async function analyzePeople(tx: Tx): Promise<void> {
  await sql`select analyze_people()`.execute(tx)
}
