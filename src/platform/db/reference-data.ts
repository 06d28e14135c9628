import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type pg from 'pg'

export type District = { readonly code: string; readonly name: string }

/** An English council with social services duties, and the districts within it. */
export type KnownAuthority = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly gssCode: string
  readonly districts: readonly District[]
}

const read = (name: string) =>
  readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8')

/** All 153 of them, without a database (ONS lookup of 2023). */
export const knownAuthorities = JSON.parse(read('authorities.json')) as readonly KnownAuthority[]

const holidays = read('bank-holidays.json')

/** England's bank holidays, 2014 to 2030. */
export const bankHolidays: ReadonlySet<string> = new Set(
  (JSON.parse(holidays) as { day: string }[]).map(({ day }) => day),
)

/** Puts what the product ships into the shared tables, when it changed since last time. */
export async function loadReferenceData(client: pg.Client): Promise<void> {
  const authorities = JSON.stringify(knownAuthorities)
  const checksum = createHash('sha256').update(authorities).update(holidays).digest('hex')
  const { rowCount } = await client.query(
    `select from schema_migration where name = 'reference data' and checksum = $1`,
    [checksum],
  )
  if (rowCount !== 0) return
  await client.query('begin')
  await client.query(
    `insert into authority (id, code, name, gss_code)
     select id, code, name, "gssCode" from jsonb_to_recordset($1::jsonb) as a(id integer, code text, name text, "gssCode" text)
     on conflict (id) do update set code = excluded.code, name = excluded.name, gss_code = excluded.gss_code`,
    [authorities],
  )
  await client.query(
    `insert into bank_holiday (day, name)
     select day, name from jsonb_to_recordset($1::jsonb) as h(day date, name text)
     on conflict (day) do update set name = excluded.name`,
    [holidays],
  )
  await client.query(
    `insert into schema_migration (name, checksum) values ('reference data', $1)
     on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
    [checksum],
  )
  await client.query('commit')
}
