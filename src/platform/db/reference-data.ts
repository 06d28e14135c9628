import { createHash } from 'node:crypto'
import type pg from 'pg'
import { bankHolidaysNamed, knownAuthorities } from '#platform/reference/england.ts'

/** Puts what the product ships into the shared tables, when it changed since last time. */
export async function loadReferenceData(client: pg.Client): Promise<void> {
  const authorities = JSON.stringify(knownAuthorities)
  const holidays = JSON.stringify(bankHolidaysNamed)
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
