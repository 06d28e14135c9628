import { sql, type RawBuilder } from 'kysely'
import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { ConsentRow, FlagRow } from './agreement.rules.ts'
import type { PatientRow } from './patient.rules.ts'
import type { CaringRow } from './related-person.rules.ts'

/** A page of what is wanted: of these ids alone where told, after an id, so many. */
export type Span = {
  readonly ids: readonly string[] | null
  readonly after: string | null
  readonly limit: number
}

type Condition = RawBuilder<unknown>

/**
 * Conditions that are asked for, and no others: a statement with "or not given" in it has no plan
 * that fits both, and is planned anew each time.
 */
const all = (conditions: readonly (Condition | null)[]): Condition =>
  sql.join(
    conditions.filter((each) => each !== null),
    sql` and `,
  )

/** Row-level security decides; this only spares a partner's search from reading past everybody else. */
function knownTo(actor: Actor, person: Condition): Condition | null {
  if (holds(actor, ...workers)) return null
  return sql`${person} in (select a.person_id from agreement a
    where a.organisation_id = any (${[...actor.organisationIds]}::integer[]) and a.ended_on is null)`
}

const among = (column: Condition, ids: readonly string[] | null): Condition | null =>
  ids === null ? null : sql`${column} = any (${ids}::uuid[])`

const within = (column: Condition, { ids, after }: Span): readonly (Condition | null)[] => [
  among(column, ids),
  after === null ? null : sql`${column} > ${after}::uuid`,
]

/** How to reach somebody, where the actor knows them by themselves; through their carer, who they are alone. */
const reached = sql.join(
  [
    'home_phone',
    'mobile_phone',
    'email',
    'may_phone',
    'may_text',
    'may_email',
    'safe_contact',
    'nhs_number',
    'gp_practice',
  ].map(
    (column) => sql`case when p.identity_readers && actor_organisations()
      or actor_holds('council_practitioner', 'system') then p.${sql.ref(column)} end as ${sql.ref(column)}`,
  ),
)

const patient = sql`p.id, p.reference, p.title, p.given_name, p.family_name, p.known_as, p.date_of_birth,
  p.died_on, p.gender, p.address_1, p.address_2, p.town, p.postcode, ${reached}, p.merged_into, p.version`

/** One person; undefined where there is none that the actor may read. */
export async function findPatient(tx: Tx, id: string): Promise<PatientRow | undefined> {
  const { rows } = await sql<PatientRow>`
    select ${patient} from person p where p.authority_id = actor_authority() and p.id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** People that the actor may read, in the order of their ids. */
export async function listPatients(
  tx: Tx,
  actor: Actor,
  of: Span & {
    readonly nhsNumbers: readonly string[] | null
    readonly references: readonly string[] | null
    readonly born: string | null
    readonly family: string | null
    readonly given: string | null
  },
): Promise<readonly PatientRow[]> {
  const { ids, nhsNumbers, references, born, family, given } = of
  const where = all([
    sql`p.authority_id = ${actor.authorityId}`,
    ...within(sql`p.id`, of),
    ids === null ? knownTo(actor, sql`p.id`) : null,
    nhsNumbers === null && references === null
      ? null
      : sql`(p.nhs_number = any (${nhsNumbers ?? []}::text[]) or p.reference = any (${references ?? []}::text[]))`,
    born === null ? null : sql`p.date_of_birth = ${born}::date`,
    family === null ? null : sql`lower(p.family_name) = lower(${family})`,
    given === null ? null : sql`lower(${given}) in (lower(p.given_name), lower(p.known_as))`,
  ])
  const { rows } = await sql<PatientRow>`
    select ${patient} from person p where ${where} order by p.id limit ${of.limit}`.execute(tx)
  return rows
}

export type Related = { readonly caring: CaringRow; readonly carer: PatientRow }

/** Who looks after whom, where the actor may read both and no child asked that their family is not told. */
export async function listRelated(
  tx: Tx,
  actor: Actor,
  of: Span & { readonly caredForIds: readonly string[] | null },
): Promise<readonly Related[]> {
  const where = all([
    sql`c.authority_id = ${actor.authorityId}`,
    ...within(sql`c.id`, of),
    among(sql`c.cared_for_id`, of.caredForIds),
  ])
  const { rows } = await sql<CaringRow & { readonly carerId: string }>`
    select c.id, c.carer_id, c.cared_for_id, c.relationship, c.since, c.until, c.version
      from caring c
     where ${where} and c.cared_for_id is not null and not c.kept_from_cared_for
       and exists (select from person q where q.authority_id = c.authority_id and q.id = c.cared_for_id)
       and exists (select from person q where q.authority_id = c.authority_id and q.id = c.carer_id)
     order by c.id limit ${of.limit}`.execute(tx)
  if (rows.length === 0) return []
  const ids = rows.map(({ carerId }) => carerId)
  const { rows: carers } = await sql<PatientRow>`
    select ${patient} from person p
     where p.authority_id = ${actor.authorityId} and p.id = any (${ids}::uuid[])`.execute(tx)
  const byId = new Map(carers.map((carer) => [carer.id, carer]))
  return rows.flatMap((caring) => {
    const carer = byId.get(caring.carerId)
    return carer === undefined ? [] : [{ caring, carer }]
  })
}

/** People who are or were on a carers' register, by their own ids. */
export async function listFlags(tx: Tx, actor: Actor, of: Span): Promise<readonly FlagRow[]> {
  const where = all([
    sql`p.authority_id = ${actor.authorityId}`,
    ...within(sql`p.id`, of),
    of.ids === null ? knownTo(actor, sql`p.id`) : null,
  ])
  const { rows } = await sql<FlagRow>`
    select p.id, r.since, r.until from person p
      cross join lateral (
        select min(registered_on) as since,
               case when bool_and(ended_on is not null) then max(ended_on) end as until
          from registration r where r.authority_id = p.authority_id and r.person_id = p.id) r
     where ${where} and p.merged_into is null and r.since is not null
     order by p.id limit ${of.limit}`.execute(tx)
  return rows
}

/** What people agreed to share: for workers all that they may read, for partners their own. */
export async function listConsents(
  tx: Tx,
  actor: Actor,
  of: Span & {
    readonly personIds: readonly string[] | null
    /** Whether those that last, or those that ended; null for both. */
    readonly lasting: boolean | null
    readonly today: IsoDate
  },
): Promise<readonly ConsentRow[]> {
  const lasts = sql`(a.ended_on is null and (a.until is null or a.until >= ${of.today}))`
  const where = all([
    sql`a.authority_id = ${actor.authorityId}`,
    ...within(sql`a.id`, of),
    among(sql`a.person_id`, of.personIds),
    holds(actor, ...workers)
      ? null
      : sql`a.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
    of.lasting === null ? null : sql`${lasts} = ${of.lasting}::boolean`,
  ])
  const { rows } = await sql<ConsentRow>`
    select a.id, a.person_id, o.name as organisation, o.code as organisation_code, a.purposes, a.agreed_on,
           a.until, a.ended_on
      from agreement a
      join organisation o on o.authority_id = a.authority_id and o.id = a.organisation_id
     where ${where} order by a.id limit ${of.limit}`.execute(tx)
  return rows
}
