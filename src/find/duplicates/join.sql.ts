import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newReference } from '#platform/lib/reference.ts'

/** Rows that went over from one record to the other: table and column → row ids. */
export type Moved = Readonly<Record<string, readonly string[]>>
/** Rows by table that an import did not write for the joined record, as they would stand there twice. */
export type LeftOut = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
export type Filled = Readonly<Record<string, string | boolean>>

type PersonColumn = { readonly table: string; readonly column: string; readonly id: string }

/** Blanks of the kept record that the joined one may fill. */
const fillable = [
  'title',
  'known_as',
  'date_of_birth',
  'gender',
  'ethnic_group',
  'address_1',
  'address_2',
  'town',
  'postcode',
  'district_code',
  'ward_code',
  'lsoa_code',
  'home_phone',
  'mobile_phone',
  'email',
  'nhs_number',
  'gp_practice',
  'employment',
  'language',
  'may_post',
  'may_email',
  'may_phone',
  'may_text',
  'safe_contact',
  'emergency_card',
] as const

/**
 * Every column that says whom a row is about, from the registry of record tables. The records of
 * joins stay where they are, and so does what nobody may rewrite: what was opened, and by whom.
 */
export async function listPersonColumns(tx: Tx): Promise<readonly PersonColumn[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select r.name as "table", c.column_name::text as "column"
      from record_table r
      join information_schema.columns c on c.table_schema = 'public' and c.table_name = r.name
     where c.column_name in ('person_id', 'carer_id', 'cared_for_id')
       and r.name not in ('account', 'search_key', 'likely_pair', 'record_join', 'previous_id')
       and has_column_privilege(format('public.%I', r.name)::regclass, c.column_name::text, 'update')
       and exists (select from information_schema.columns i where i.table_schema = 'public' and i.table_name = r.name and i.column_name = 'id')
     order by 1, 2`.execute(tx)
  return [
    ...rows.map((row) => ({ ...row, id: 'id' })),
    { table: 'previous_id', column: 'person_id', id: 'id' },
  ]
}

/** Hands every row about one person to another. Gives which rows went, to be handed back one day. */
export async function moveRows(
  tx: Tx,
  of: { readonly authorityId: number; readonly from: string; readonly to: string },
): Promise<Moved> {
  const moved: Record<string, readonly string[]> = {}
  for (const { table, column, id } of await listPersonColumns(tx)) {
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(table)} set ${sql.ref(column)} = ${of.to}
       where authority_id = ${of.authorityId} and ${sql.ref(column)} = ${of.from}
      returning ${sql.ref(id)} as id`.execute(tx)
    if (rows.length > 0) moved[`${table}.${column}`] = rows.map((row) => row.id)
  }
  return moved
}

/** Hands rows back that still lie where they were handed to; what was written since stays. */
export async function moveBack(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly moved: Moved
    readonly from: string
    readonly to: string
  },
): Promise<void> {
  for (const [place, ids] of Object.entries(of.moved)) {
    const [table = '', column = ''] = place.split('.')
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${of.to}
      where authority_id = ${of.authorityId} and ${sql.ref(column)} = ${of.from} and id = any (${ids}::uuid[])`.execute(
      tx,
    )
  }
}

/** Writes the rows that were left out when an import joined the two; people first, as the others refer to them. */
export async function insertLeftOut(tx: Tx, leftOut: LeftOut): Promise<void> {
  for (const table of ['person', 'involvement', 'caring'] as const) {
    for (const row of leftOut[table] ?? []) {
      const whole = table === 'person' ? { ...row, reference: newReference() } : row
      const columns = sql.join(Object.keys(whole).map((column) => sql.ref(column)))
      await sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(whole)}::json)
        on conflict do nothing`.execute(tx)
    }
  }
}

/** Fills the kept record's blanks from the joined one. Gives what was filled with what. */
export async function fillBlanks(
  tx: Tx,
  of: { readonly authorityId: number; readonly kept: string; readonly joined: string },
): Promise<Filled> {
  const { rows } = await sql<{ filled: Filled }>`
    select coalesce(jsonb_object_agg(j.key, j.value), '{}') as filled
      from person joined, jsonb_each(to_jsonb(joined)) j, person kept
     where joined.authority_id = ${of.authorityId} and joined.id = ${of.joined}
       and kept.authority_id = ${of.authorityId} and kept.id = ${of.kept}
       and j.key = any (${[...fillable]}::text[]) and j.value <> 'null' and to_jsonb(kept) -> j.key = 'null'`.execute(
    tx,
  )
  const filled = rows[0]?.filled ?? {}
  await setColumns(tx, { ...of, id: of.kept, values: filled })
  return filled
}

/** Empties again what was filled, where it still says what it was filled with. */
export async function emptyFilled(
  tx: Tx,
  of: { readonly authorityId: number; readonly kept: string; readonly filled: Filled },
): Promise<void> {
  for (const [column, value] of Object.entries(of.filled)) {
    await sql`update person set ${sql.ref(column)} = null, version = version + 1
      where authority_id = ${of.authorityId} and id = ${of.kept} and to_jsonb(person) ->> ${column} = ${String(value)}`.execute(
      tx,
    )
  }
}

/** With its version, so that whoever has the record open is told, and does not blank again what was filled. */
async function setColumns(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly values: Filled },
): Promise<void> {
  for (const [column, value] of Object.entries(of.values)) {
    await sql`update person set ${sql.ref(column)} = ${value}, version = version + 1 where authority_id = ${of.authorityId} and id = ${of.id}`.execute(
      tx,
    )
  }
}

/**
 * Marks a record as merged into another, or as standing by itself again (null). Its search keys
 * stay, so that what it was called still finds the record that it went into.
 */
export async function setMergedInto(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly into: string | null },
): Promise<void> {
  await sql`update person set merged_into = ${of.into}, version = version + 1
    where authority_id = ${of.authorityId} and id = ${of.id}`.execute(tx)
}

/** Locks both records in one order, so that two joins at once wait instead of crossing. */
export async function lockPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{
    id: string
  }>`select id from person where id = any (${ids}::uuid[]) and merged_into is null order by id for update`.execute(
    tx,
  )
  if (rows.length !== ids.length) throw new NotFound('record')
}

export type RecordJoin = {
  readonly id: string
  readonly keptId: string
  readonly joinedId: string
  readonly moved: Moved
  readonly filled: Filled
  readonly leftOut: LeftOut
  readonly undoneAt: string | null
}

export async function insertJoin(
  tx: Tx,
  join: {
    readonly authorityId: number
    readonly id: string
    readonly keptId: string
    readonly joinedId: string
    readonly points: number | null
    readonly joinedBy: string | null
    readonly moved: Moved
    readonly filled: Filled
    readonly parts: unknown
  },
): Promise<void> {
  const { moved, filled, parts, ...rest } = join
  await tx
    .insertInto('recordJoin')
    .values({
      ...rest,
      how: 'decided',
      moved: JSON.stringify(moved),
      filled: JSON.stringify(filled),
      parts: JSON.stringify(parts),
    })
    .execute()
}

export async function lockJoin(tx: Tx, id: string): Promise<RecordJoin> {
  const join = await tx
    .selectFrom('recordJoin')
    .select(['id', 'keptId', 'joinedId', 'moved', 'filled', 'leftOut', 'undoneAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (join === undefined) throw new NotFound('join')
  const { moved, filled, leftOut } = join
  return { ...join, moved: moved as Moved, filled: filled as Filled, leftOut: leftOut as LeftOut }
}

export async function markUndone(
  tx: Tx,
  of: { readonly id: string; readonly accountId: string | null },
): Promise<void> {
  await tx
    .updateTable('recordJoin')
    .set({ undoneAt: sql<string>`now()`, undoneBy: of.accountId })
    .where('id', '=', of.id)
    .execute()
}

/** Records joined to this one that have not been taken apart again. */
export const listJoinsOf = statement((tx, personId: string) =>
  tx
    .selectFrom('recordJoin')
    .innerJoin('person', (on) =>
      on
        .onRef('person.authorityId', '=', 'recordJoin.authorityId')
        .onRef('person.id', '=', 'recordJoin.joinedId'),
    )
    .select([
      'recordJoin.id',
      'recordJoin.how',
      'recordJoin.joinedBy',
      'recordJoin.joinedAt',
      'person.reference',
      'person.givenName',
      'person.familyName',
    ])
    .where('recordJoin.keptId', '=', personId)
    .where('recordJoin.undoneAt', 'is', null)
    .orderBy('recordJoin.joinedAt'),
)
