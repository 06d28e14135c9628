import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { searchKeys } from '#people/persons/search-keys.rules.ts'

/** Columns that point to the few who work there: copies keep the same workers. */
const workers =
  /^(account_id|worker_id|recorded_by|assessor_id|referrer_account_id|decided_by|countersigned_by|reviewer_id|follow_up_by|agreed_by|written_by|import_id)$/

/** A copy's surname: the original's with letters of its own, so that names stay as rare as they were. */
const surnameSuffix = `translate(k::text, '0123456789', 'abcdefghij')`

type Column = { readonly column_name: string; readonly data_type: string }

/** Makes the county `to` times its size from the copy that `keepOriginal` laid aside, starting after `from` times. */
export async function multiply(client: pg.Client, from: number, to: number): Promise<void> {
  const tables = await recordTables(client)
  await client.query('set session_replication_role = replica; set synchronous_commit = off')
  for (const table of tables) {
    const columns = await columnsOf(client, table)
    const names = columns.map(({ column_name }) => `"${column_name}"`).join(', ')
    const values = columns.map(copied).join(', ')
    await client.query(
      `insert into ${table} (${names}) select ${values} from original.${table} o cross join generate_series(${from}, ${to - 1}) k`,
    )
  }
  await copyKeys(client, from)
  await client.query('set session_replication_role = origin')
  await client.query('vacuum (analyze)')
}

/** Lays the county aside as it is, to make copies from. */
export async function keepOriginal(client: pg.Client): Promise<void> {
  await client.query('drop schema if exists original cascade; create schema original')
  for (const table of [...(await recordTables(client)), 'search_key']) {
    await client.query(`create table original.${table} as select * from ${table}`)
  }
}

/** Tables with rows about people; accounts, settings and the search keys (made anew) are apart. */
async function recordTables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from record_table
      where person_column is not null and name not in ('account', 'search_key', 'message', 'message_attachment', 'likely_pair', 'record_join')
         or name = 'referral' order by name`,
  )
  return rows.map(({ name }) => name)
}

async function columnsOf(client: pg.Client, table: string): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `select column_name, data_type from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return rows
}

function copied({ column_name: name, data_type: type }: Column): string {
  const column = `o."${name}"`
  if (type === 'uuid' && !workers.test(name)) return `md5(${column}::text || k)::uuid`
  if (['reference', 'previous_ref', 'source_id', 'emergency_card'].includes(name))
    return `${column} || '-' || k`
  if (name === 'family_name') return `${column} || ${surnameSuffix}`
  if (name === 'nhs_number') return 'null'
  if (['home_phone', 'mobile_phone'].includes(name))
    return `left(${column}, 5) || lpad((abs(hashtext(${column} || k)) % 1000000)::text, 6, '0')`
  return column
}

/** The copies' search keys, by the product's own function; the table's indexes are built after. */
async function copyKeys(client: pg.Client, from: number): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'search_key' and indexname <> 'search_key_pkey'`,
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  const { rows: people } = await client.query<{ count: number }>(
    `select count(*)::integer as count from original.person`,
  )
  const batch = Math.max(1, Math.floor(200_000 / Math.max(1, people[0]?.count ?? 1)))
  const { rows: most } = await client.query<{ to: number }>(
    `select count(*)::integer / greatest(1, (select count(*)::integer from original.person)) as to from person`,
  )
  for (let at = from; at < (most[0]?.to ?? from); at += batch)
    await copyKeysOf(client, at, Math.min(at + batch, most[0]?.to ?? from))
  for (const { made } of indexes) await client.query(made)
}

async function copyKeysOf(client: pg.Client, from: number, to: number): Promise<void> {
  const { rows } = await client.query(
    `select p.authority_id, p.id, p.given_name, p.family_name, p.known_as, p.date_of_birth::text as date_of_birth, p.postcode, p.home_phone,
            p.mobile_phone, p.nhs_number, p.reference, array_to_string(p.readers, ',') as readers,
            coalesce((select array_agg(i.source_id) from previous_id i where i.authority_id = p.authority_id and i.person_id = p.id), '{}') as previous_ids
       from original.person o cross join generate_series(${from}, ${to - 1}) k
       join person p on p.authority_id = o.authority_id and p.id = md5(o.id::text || k)::uuid
      where o.merged_into is null and exists (select from original.search_key s where s.person_id = o.id)`,
  )
  const lines = Readable.from(linesOf(rows as Row[]))
  await pipeline(
    lines,
    client.query(copyFrom('copy search_key (authority_id, key, person_id, readers) from stdin')),
  )
}

type Row = Record<'id' | 'given_name' | 'family_name' | 'reference' | 'readers', string> &
  Record<
    'known_as' | 'date_of_birth' | 'postcode' | 'home_phone' | 'mobile_phone' | 'nhs_number',
    string | null
  > & { authority_id: number; previous_ids: string[] }

function* linesOf(rows: readonly Row[]): Generator<string> {
  for (const row of rows) {
    const keys = searchKeys({
      givenName: row.given_name,
      familyName: row.family_name,
      knownAs: row.known_as,
      dateOfBirth: row.date_of_birth,
      postcode: row.postcode,
      homePhone: row.home_phone,
      mobilePhone: row.mobile_phone,
      nhsNumber: row.nhs_number,
      reference: row.reference,
      previousIds: row.previous_ids,
    })
    yield keys.map((key) => `${row.authority_id}\t${key}\t${row.id}\t{${row.readers}}\n`).join('')
  }
}
