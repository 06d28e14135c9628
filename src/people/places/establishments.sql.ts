import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Establishment, EstablishmentKind, PracticeCount } from './establishment.ts'

/** What loading did: rows that were not there, rows that say something else now. */
export type Loaded = { readonly added: number; readonly changed: number }

/** Puts rows of a register in, or in place of what stood under their codes; what is as before stays untouched. */
export async function upsertEstablishments(
  tx: Tx,
  rows: readonly Establishment[],
  source: string,
): Promise<Loaded> {
  const { rows: written } = await sql<{ added: boolean }>`
    insert into establishment as e (kind, code, name, address, town, postcode, telephone, latitude,
                                    longitude, district_code, state, opened_on, closed_on, details, source)
    select distinct on (kind, code) kind, code, name, address, town, postcode, telephone, latitude,
           longitude, "districtCode", state, "openedOn", "closedOn", details, ${source}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        kind text, code text, name text, address text, town text, postcode text, telephone text,
        latitude double precision, longitude double precision, "districtCode" text, state text,
        "openedOn" date, "closedOn" date, details jsonb)
    on conflict (kind, code) do update
       set name = excluded.name, address = excluded.address, town = excluded.town,
           postcode = excluded.postcode, telephone = excluded.telephone, latitude = excluded.latitude,
           longitude = excluded.longitude, district_code = excluded.district_code, state = excluded.state,
           opened_on = excluded.opened_on, closed_on = excluded.closed_on, details = excluded.details,
           source = excluded.source
     where (e.name, e.address, e.town, e.postcode, e.telephone, e.latitude, e.longitude, e.district_code,
            e.state, e.opened_on, e.closed_on, e.details)
           is distinct from
           (excluded.name, excluded.address, excluded.town, excluded.postcode, excluded.telephone,
            excluded.latitude, excluded.longitude, excluded.district_code, excluded.state,
            excluded.opened_on, excluded.closed_on, excluded.details)
    returning xmax = 0 as added`.execute(tx)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added }
}

/** Puts published counts in, or in place of those of the same practice and day. */
export async function upsertPracticeCounts(
  tx: Tx,
  rows: readonly PracticeCount[],
  source: string,
): Promise<Loaded> {
  const { rows: written } = await sql<{ added: boolean }>`
    insert into practice_count as c (practice_code, counted_on, carers, patients, source)
    select distinct on ("practiceCode", "countedOn") "practiceCode", "countedOn", carers, patients, ${source}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r("practiceCode" text, "countedOn" date, carers integer, patients integer)
    on conflict (practice_code, counted_on) do update
       set carers = excluded.carers, patients = excluded.patients, source = excluded.source
     where (c.carers, c.patients) is distinct from (excluded.carers, excluded.patients)
    returning xmax = 0 as added`.execute(tx)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added }
}

export type FoundEstablishment = Omit<Establishment, 'details'> & {
  readonly details: Readonly<Record<string, string>>
}

const columns = [
  'kind',
  'code',
  'name',
  'address',
  'town',
  'postcode',
  'telephone',
  'latitude',
  'longitude',
  'districtCode',
  'state',
  'openedOn',
  'closedOn',
  'details',
] as const

/** Establishments whose name, code, town or postcode has the words, open ones first; with how many there are in all. */
export async function searchEstablishments(
  tx: Tx,
  of: {
    readonly kind: EstablishmentKind | null
    readonly words: string
    readonly district: string | null
    readonly closed: boolean
    readonly offset: number
    readonly limit: number
  },
): Promise<{ readonly found: readonly FoundEstablishment[]; readonly total: number }> {
  const words = of.words.split(/\s+/).filter(Boolean).slice(0, 8)
  const rows = await tx
    .selectFrom('establishment')
    .select(columns)
    .select(sql<number>`count(*) over ()`.as('total'))
    .$if(of.kind !== null, (query) => query.where('kind', '=', of.kind!))
    .$if(of.district !== null, (query) => query.where('districtCode', '=', of.district))
    .$if(!of.closed, (query) => query.where('state', '!=', 'closed'))
    .where((where) =>
      where.and(
        words.map(
          (word) =>
            sql<boolean>`concat_ws(' ', name, code, town, postcode, replace(postcode, ' ', '')) ilike ${like(word)}`,
        ),
      ),
    )
    .orderBy(sql`state = 'closed'`)
    .orderBy('name')
    .orderBy('code')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
  const found = rows.map(({ total: _total, ...row }) => row as unknown as FoundEstablishment)
  return { found, total: rows[0]?.total ?? 0 }
}

const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** The establishment of that code; undefined where its register does not have it. */
export async function findEstablishment(
  tx: Tx,
  of: { readonly kind: EstablishmentKind; readonly code: string },
): Promise<FoundEstablishment | undefined> {
  const row = await tx
    .selectFrom('establishment')
    .select(columns)
    .where('kind', '=', of.kind)
    .where('code', '=', of.code)
    .executeTakeFirst()
  return row as unknown as FoundEstablishment | undefined
}

export type NamedPractice = Pick<Establishment, 'code' | 'name' | 'town'>

/** Every practice of the register by name, closed ones too: records of their time name them. */
export function listPractices(tx: Tx): Promise<NamedPractice[]> {
  return tx
    .selectFrom('establishment')
    .select(['code', 'name', 'town'])
    .where('kind', '=', 'gp_practice')
    .orderBy('code')
    .execute()
}

/** The newest published count of a practice's own carers; undefined where none was published. */
export async function findNewestCount(
  tx: Tx,
  practiceCode: string,
): Promise<PracticeCount | undefined> {
  const row = await tx
    .selectFrom('practiceCount')
    .select(['practiceCode', 'countedOn', 'carers', 'patients'])
    .where('practiceCode', '=', practiceCode)
    .orderBy('countedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as PracticeCount | undefined
}
