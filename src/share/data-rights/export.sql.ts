import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'

export type ExportColumn = {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  /** The table whose row it names, where it names one. */
  readonly refersTo: string | null
}

export type ExportTable = {
  readonly table: string
  readonly purpose: string | null
  readonly personColumn: string | null
  /** Whether its rows belong to an authority; others are the same for all. */
  readonly own: boolean
  readonly columns: readonly ExportColumn[]
}

/** One moment for the whole transaction, and no writing; before anything else is asked. */
export async function standStill(tx: Tx): Promise<IsoInstant> {
  await sql`set transaction isolation level repeatable read read only`.execute(tx)
  const { rows } = await sql<{ at: string }>`
    select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`.execute(tx)
  return rows[0]?.at ?? ''
}

/** Every table of the house with its columns, from the catalogue. */
export async function listTables(tx: Tx): Promise<readonly ExportTable[]> {
  const { rows } = await sql<ExportTable>`
    select t.relname as "table", r.purpose, r.person_column,
           bool_or(a.attname = 'authority_id') or t.relname = 'authority' as own,
           jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
             'nullable', not a.attnotnull, 'refersTo', (
               select c.confrelid::regclass::text from pg_constraint c
                where c.contype = 'f' and c.conrelid = t.oid and a.attnum = any (c.conkey)
                  and (a.attname <> 'authority_id' or cardinality(c.conkey) = 1) limit 1)) order by a.attnum) as columns
      from pg_class t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join record_table r on r.name = t.relname
     where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
     group by t.oid, t.relname, r.purpose, r.person_column
     order by t.relname`.execute(tx)
  return rows
}

/**
 * The rows of a table within the actor's authority, as lines of JSON, a few at a time: however many
 * there are, no more than these are held at once. `leftOut` are columns that stay behind.
 */
export async function* linesOf(
  tx: Tx,
  of: { readonly table: string; readonly leftOut: readonly string[] },
): AsyncGenerator<readonly string[]> {
  await sql`select export_cursor(${of.table}, ${[...of.leftOut]}::text[], 'exported')`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch 500 from exported`.execute(tx)
    if (rows.length === 0) break
    yield rows.map(({ line }) => line)
  }
  await sql`close exported`.execute(tx)
}
