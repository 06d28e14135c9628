// What the database holds, told by its owner, whom no policy stands in the way of.
import pg from 'pg'
import type { TestDatabase } from '#platform/db/testing.ts'

/**
 * How many rows every table holds, the history of every change with them. Left out is what jobs write
 * by the clock: the queue, and letters on their way.
 */
export async function rowCounts({ ownerUrl }: TestDatabase): Promise<Record<string, number>> {
  const rows = await asOwner<{ name: string; n: number }>(
    ownerUrl,
    `select tables.name, counted.n from (
       select format('%I.%I', schemaname, tablename) as name,
              case tablename when 'history' then 'where table_name !~ ''^message''' else '' end as which
       from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema', 'jobs') and tablename !~ '^message'
     ) tables,
     xmltable('/row' passing query_to_xml(
       format('select count(*) as n from %s %s', tables.name, tables.which), false, true, '')
       columns n integer path 'n') counted
     order by tables.name`,
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

/** Runs one statement as the tables' owner: to let time pass over what is stored, and to count. */
export async function asOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Gives somebody on the register an account of their own, with which the demo lets them in. */
export async function giveAnAccount({ ownerUrl }: TestDatabase, record: string): Promise<void> {
  const personId = record.split('/').at(-1)
  await asOwner(
    ownerUrl,
    `insert into account (authority_id, id, email, display_name, person_id, sign_in)
     select authority_id, gen_random_uuid(), lower(given_name || '.' || family_name) || '@example.org',
            given_name || ' ' || family_name, id, 'email_code'
       from person where id = $1`,
    [personId],
  )
}
