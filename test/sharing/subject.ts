// One carer with a row in every table of records, each text of which says which table it is of: what
// comes back anywhere then tells by itself from where.
import pg from 'pg'
import type { TestHouse } from '#platform/web/testing.ts'
import { rowsOf } from '../routes/people.ts'

export type RecordTable = {
  readonly name: string
  readonly purpose: string
  readonly column: string
}

export type Subject = {
  readonly id: string
  readonly reference: string
  readonly tables: readonly RecordTable[]
  /** The ids of all rows about the carer, which may stand in an address. */
  readonly ids: ReadonlySet<string>
}

/** The word that stands in the texts of a table's row. */
export const markOf = (table: string): string => `qz${table.replaceAll('_', '')}zq`

/** Every table of records that is about somebody, from the catalogue: a new one is covered by being there. */
export function recordTables(house: TestHouse): Promise<readonly RecordTable[]> {
  return rowsOf<RecordTable>(
    house,
    `select name, purpose, person_column as column from record_table
      where person_column is not null and purpose <> 'office' order by name`,
  )
}

type Whose = { readonly id: string; readonly reference: string }

/** The carer of the demo with an account, and the account. */
export async function carerWithAccount(house: TestHouse): Promise<Whose> {
  const [carer] = await rowsOf<Whose>(
    house,
    `select p.id, p.reference from account a join person p on p.id = a.person_id order by a.created_at, a.id limit 1`,
  )
  return carer!
}

/** Gives a person (the carer of the demo unless told) a marked row in every one of these tables. */
export async function markSubject(
  house: TestHouse,
  whose?: Whose & {
    /** Whose rows are left to them, where one has to be taken from somebody. */
    readonly sparing: string
  },
): Promise<Subject> {
  const tables = await recordTables(house)
  const { id, reference } = whose ?? (await carerWithAccount(house))
  const sparing = whose?.sparing ?? id
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  const ids = new Set<string>([id])
  try {
    // Neither keys nor triggers: rows are moved and marked as they lie.
    await client.query('set session_replication_role = replica')
    for (const table of tables) {
      await giveRow(client, table, id, sparing)
      await markRows(client, table, id)
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${table.name} t where ${table.column} = $1 limit 50`,
        [id],
      )
      for (const { row } of rows) if (typeof row['id'] === 'string') ids.add(row['id'])
    }
    await client.query('set session_replication_role = origin')
    // Whatever was worked out before, it is worked out anew.
    await client.query(`update person set readers = '{-1}' where id = $1`, [id])
    await client.query('select refresh_readers(authority_id, id) from person where id = $1', [id])
  } finally {
    await client.end()
  }
  return { id, reference, tables, ids }
}

/** A row about the carer: their own, else somebody's, else one made of the columns' types. */
async function giveRow(
  client: pg.Client,
  { name, column }: RecordTable,
  id: string,
  sparing: string,
): Promise<void> {
  const own = await client.query(`select from ${name} where ${column} = $1 limit 1`, [id])
  if (own.rowCount !== 0) return
  const moved = await minding(client, name, () =>
    client.query(
      `update ${name} set ${column} = $1
        where ctid = (select ctid from ${name} where ${column} is distinct from $2 limit 1)`,
      [id, sparing],
    ),
  )
  if (moved.rowCount !== 0) return
  const { rows } = await client.query<{ name: string; type: string; allowed: string | null }>(
    `select c.column_name as name, c.data_type as type,
            (select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''') from pg_constraint k
              where k.conrelid = $1::text::regclass and k.contype = 'c'
                and pg_get_constraintdef(k.oid) ~ ('\\m' || c.column_name || '\\M') limit 1) as allowed
       from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = $1::text and c.is_generated = 'NEVER'
        and (c.column_name = $2
             or c.is_nullable = 'NO' and c.column_default is null and c.is_identity = 'NO')`,
    [name, column],
  )
  const values = rows.map((each) => (each.name === column ? `'${id}'` : made(each)))
  // What it would belong to is not there, and each update of its readers would ask for it.
  const keys = await client.query<{ conname: string }>(
    `select conname from pg_constraint where conrelid = $1::text::regclass and contype = 'f'`,
    [name],
  )
  for (const { conname } of keys.rows)
    await client.query(`alter table ${name} drop constraint ${conname}`)
  await minding(client, name, () =>
    client.query(
      `insert into ${name} (${rows.map((each) => each.name).join(', ')}) values (${values.join(', ')})`,
    ),
  )
}

/** Where a check minds what the row says (a pair has its lesser id first), the row matters more. */
async function minding<T>(client: pg.Client, table: string, write: () => Promise<T>): Promise<T> {
  return write().catch(async ({ constraint }: pg.DatabaseError) => {
    await client.query(`alter table ${table} drop constraint ${constraint}`)
    return minding(client, table, write)
  })
}

const byType: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  integer:
    '(select min(id) from authority where exists (select from person where authority_id = authority.id))',
  date: 'current_date',
  'timestamp with time zone': 'now()',
  boolean: 'false',
  jsonb: `'{}'`,
  ARRAY: `'{}'`,
  bytea: `''`,
}

const made = ({
  type,
  allowed,
}: {
  readonly type: string
  readonly allowed: string | null
}): string => byType[type] ?? `'${allowed ?? 'x'}'`

/** Writes the table's mark into every text of the rows that will have it. */
async function markRows(client: pg.Client, table: RecordTable, id: string): Promise<void> {
  const { name, column } = table
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and data_type = 'text'`,
    [name],
  )
  const free = rows.map((each) => each.name).filter((each) => words.test(each))
  for (const text of free) {
    await client.query('begin')
    const set = `update ${name} set ${text} = $2 where ${column} = $1`
    const done = await client.query(set, [id, markOf(name)]).catch(() => null)
    await client.query(done === null ? 'rollback' : 'commit')
  }
}

/** Columns that hold people's words, and none by which the house finds its way. */
const words =
  /name|words|note|address_1|town|story|needs|reason|because|body|subject|goal|what|evidence|advice|contingency|summary|outcome_text|conditions_text|other_text|where|safe_contact/
