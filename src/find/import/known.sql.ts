import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { Register } from './read-extract.ts'

/** A carer whom an earlier import brought: the row's own id here, and the person it stands for today. */
export type KnownCarerRow = {
  readonly source: Register
  readonly sourceId: string
  readonly rowId: string
  readonly personId: string
  readonly readers: readonly number[]
  readonly kind: CarerKind | null
  readonly organisationId: number | null
  readonly reference: string
  /** Whether the row is the person's own and not one that was joined to it. */
  readonly isOwn: boolean
}

/** Which of these ids of a previous system are known, and as whom. */
export async function listKnownCarers(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly register: Register
    readonly ids: readonly string[]
  },
): Promise<readonly KnownCarerRow[]> {
  const { rows } = await sql<KnownCarerRow>`
    select x.source, x.source_id, x.id as row_id, x.person_id, p.identity_readers as readers, p.reference, g.kind, g.organisation_id,
           not exists (select from record_join j where j.authority_id = x.authority_id and j.kept_id = x.person_id
             and j.undone_at is null and j.moved -> 'previous_id.person_id' ? x.id::text) as is_own
      from previous_id x
      join person p on p.authority_id = x.authority_id and p.id = x.person_id
      left join registration g on g.authority_id = x.authority_id and g.id = x.id
     where x.authority_id = ${of.authorityId} and x.source = ${of.register}
       and x.source_id = any (${of.ids}::text[])`.execute(tx)
  return rows
}

/** Who a known id stands for here today, as far as it takes to tell them from somebody else. */
export type KnownName = {
  readonly sourceId: string
  readonly givenName: string
  readonly familyName: string
  readonly birth: IsoDate | null
}

export async function listKnownNames(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly register: Register
    readonly ids: readonly string[]
  },
): Promise<readonly KnownName[]> {
  const { rows } = await sql<KnownName>`
    select x.source_id, p.given_name, p.family_name, p.date_of_birth as birth
      from previous_id x
      join person p on p.authority_id = x.authority_id and p.id = x.person_id
     where x.authority_id = ${of.authorityId} and x.source = ${of.register}
       and x.source_id = any (${of.ids}::text[])`.execute(tx)
  return rows
}

/** What each of these rows said when it was last taken, as a digest. */
export async function listSaid(
  tx: Tx,
  of: { readonly authorityId: number; readonly source: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ sourceId: string; said: string }>`
    select source_id, said from import_row
     where authority_id = ${of.authorityId} and source = ${of.source}
       and source_id = any (${of.ids}::text[])`.execute(tx)
  return new Map(rows.map(({ sourceId, said }) => [sourceId, said]))
}

/** The first day after which an end still leaves a service its access: three years go on (readers in the database). */
export async function getReadersSince(tx: Tx): Promise<IsoDate> {
  const { rows } = await sql<{ day: IsoDate }>`
    select (current_date - interval '3 years')::date as day`.execute(tx)
  return rows[0]?.day as IsoDate
}

/** Waits for any other import of the same authority to end. */
export async function lockImports(tx: Tx, authorityId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('import'), ${authorityId})`.execute(tx)
}

/** Which of these references are taken already. */
export async function listTakenReferences(
  tx: Tx,
  of: { readonly authorityId: number; readonly references: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ reference: string }>`
    select reference from person
     where authority_id = ${of.authorityId} and reference = any (${of.references}::text[])`.execute(
    tx,
  )
  return new Set(rows.map(({ reference }) => reference))
}

/** The same of referrals. */
export async function listTakenReferralReferences(
  tx: Tx,
  of: { readonly authorityId: number; readonly references: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ reference: string }>`
    select reference from referral
     where authority_id = ${of.authorityId} and reference = any (${of.references}::text[])`.execute(
    tx,
  )
  return new Set(rows.map(({ reference }) => reference))
}
