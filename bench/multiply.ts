import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { searchKeys } from '#people/persons/search-keys.rules.ts'

type Column = { readonly column_name: string; readonly data_type: string }
type Say = (line: string) => void

/**
 * Makes the county in this database `size` times as large: people, their records and those who work
 * with them, each copy with names, postcodes and numbers of its own, so that these stay as rare as
 * they were. Policies, history and triggers sleep meanwhile; indexes on text are built after.
 */
export async function multiply(owner: pg.Client, size: number, say: Say): Promise<void> {
  await owner.query(`set session_replication_role = replica; set synchronous_commit = off;
    set maintenance_work_mem = '1GB'; create schema original`)
  for (const table of await multipliedTables(owner)) {
    await owner.query(`create table original.${table} as select * from ${table}`)
    await insertCopies(owner, table, size)
  }
  say('  their search keys …')
  await withoutIndexes(owner, 'search_key', () => copyKeys(owner, size))
  await owner.query(`set session_replication_role = origin; drop schema original cascade`)
  await owner.query('vacuum (analyze)')
}

/** Tables with rows about people, and accounts; settings, files of an import and pairs of records stay as they are. */
async function multipliedTables(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select name from record_table
      where person_column is not null and name not in ('search_key', 'message', 'message_attachment', 'likely_pair', 'record_join')
         or name in ('account', 'membership', 'referral') order by name`,
  )
  return rows.map(({ name }) => name)
}

async function insertCopies(owner: pg.Client, table: string, size: number): Promise<void> {
  const { rows: columns } = await owner.query<Column>(
    `select column_name, data_type from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
    [table],
  )
  const names = columns.map(({ column_name }) => `"${column_name}"`).join(', ')
  for (let copy = 1; copy < size; copy += 1) {
    const values = columns.map((column) => copied(column, copy)).join(', ')
    await owner.query(
      `insert into ${table} (${names}) select ${values} from original.${table} on conflict do nothing`,
    )
  }
}

function copied({ column_name: name, data_type: type }: Column, copy: number): string {
  const column = `"${name}"`
  if (type === 'uuid') return name === 'import_id' ? column : copiedId(column, copy)
  switch (name) {
    case 'reference':
    case 'previous_ref':
    case 'source_id':
    case 'emergency_card':
      return `${column} || '-${copy}'`
    case 'family_name':
      return `'${lettersOf(copy)}' || ${column}`
    case 'email':
      return `replace(${column}, '@', '.${copy}@')`
    case 'postcode':
      return `regexp_replace(${column}, '^[A-Z]+', '${lettersOf(copy)}')`
    case 'nhs_number':
      return 'null'
    case 'home_phone':
    case 'mobile_phone':
      return `left(${column}, 5) || lpad((abs(hashtext(${column} || ${copy})) % 1000000)::text, 6, '0')`
    default:
      return column
  }
}

/** Ids of one copy follow each other as those of the county do, so that indexes on them grow at their end. */
function copiedId(column: string, copy: number): string {
  return `overlay(${column}::text placing '${(0x1000 + copy).toString(16)}' from 1 for 4)::uuid`
}

const lettersOf = (copy: number): string =>
  [Math.floor(copy / 26), copy % 26].map((at) => String.fromCharCode(65 + at)).join('')

/** Takes a table's indexes and keys away while `work` fills it, then builds them in one go. */
async function withoutIndexes(
  owner: pg.Client,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await owner.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
       from pg_constraint where conrelid = $1::regclass and contype = 'p'
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
       from pg_index where indrelid = $1::regclass and not indisprimary`,
    [table],
  )
  for (const { drop } of rows) await owner.query(drop)
  await work()
  for (const { make } of rows) await owner.query(make)
}

/** The copies' search keys, by the product's own function, for whoever has keys in the county. */
async function copyKeys(owner: pg.Client, size: number): Promise<void> {
  await owner.query(
    'create table original.findable as select distinct authority_id, person_id from search_key',
  )
  await owner.query('analyze original.findable; analyze person; analyze previous_id')
  for (let copy = 1; copy < size; copy += 1) {
    const { rows } = await owner.query<Row>(
      `select p.authority_id, p.id, p.given_name, p.family_name, p.known_as, p.date_of_birth::text as date_of_birth, p.postcode,
              p.home_phone, p.mobile_phone, p.nhs_number, p.reference, array_to_string(p.readers, ',') as readers,
              array(select i.source_id from previous_id i where i.authority_id = p.authority_id and i.person_id = p.id) as previous_ids
         from original.findable f
         join person p on p.authority_id = f.authority_id and p.id = ${copiedId('f.person_id', copy)}`,
    )
    await pipeline(
      Readable.from([rows.map(keyLines).join('')]),
      owner.query(copyFrom('copy search_key (authority_id, key, person_id, readers) from stdin')),
    )
  }
}

type Row = Record<'id' | 'given_name' | 'family_name' | 'reference' | 'readers', string> &
  Record<
    'known_as' | 'date_of_birth' | 'postcode' | 'home_phone' | 'mobile_phone' | 'nhs_number',
    string | null
  > & { readonly authority_id: number; readonly previous_ids: readonly string[] }

function keyLines(row: Row): string {
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
  return keys.map((key) => `${row.authority_id}\t${key}\t${row.id}\t{${row.readers}}\n`).join('')
}
