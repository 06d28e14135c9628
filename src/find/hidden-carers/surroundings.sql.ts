import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Surroundings } from './prompts.rules.ts'

/** Whom a record is about: the person where they are cared for, and whom they look or looked after. */
export async function listCaredForAround(tx: Tx, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.cared_for_id as id from caring c
     where c.authority_id = actor_authority() and c.carer_id = ${personId} and c.cared_for_id is not null
    union select c.cared_for_id from caring c
     where c.authority_id = actor_authority() and c.cared_for_id = ${personId}
    union select i.person_id from involvement i
     where i.authority_id = actor_authority() and i.person_id = ${personId} and i.kind = 'cared_for'`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/**
 * Of the people whom a worker's carers look or looked after (or the organisation's), those with a
 * reason to look closer: nobody cares for them, they care for somebody, or a postcode is shared.
 */
export async function listWorthALook(
  tx: Tx,
  of: {
    readonly accountId: string | null
    readonly organisationIds: readonly number[]
    readonly limit: number
  },
): Promise<readonly string[]> {
  const whose =
    of.accountId === null
      ? sql`i.organisation_id = any (${of.organisationIds}::integer[])`
      : sql`i.worker_id = ${of.accountId}`
  const { rows } = await sql<{ id: string }>`
    select distinct c.cared_for_id as id
      from involvement i
      join caring c on c.authority_id = i.authority_id and c.carer_id = i.person_id
      join person p on p.authority_id = c.authority_id and p.id = c.cared_for_id
      join person w on w.authority_id = c.authority_id and w.id = c.carer_id
     where i.authority_id = actor_authority() and ${whose} and i.until is null
       and p.died_on is null and p.merged_into is null
       and (c.until is not null or w.died_on is not null
            or exists (select from caring b where b.authority_id = c.authority_id and b.carer_id = p.id and b.until is null)
            or coalesce(p.postcode, case when c.lives_together then w.postcode end) is not null)
     order by 1 limit ${of.limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Who is known around each of these people, as far as the actor may read it. */
export async function listSurroundings(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly Surroundings[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Surroundings>`
    select p.id as person_id, concat_ws(' ', p.given_name, p.family_name) as name, p.died_on,
      coalesce((select json_agg(json_build_object(
          'id', w.id, 'name', concat_ws(' ', w.given_name, w.family_name), 'until', c.until,
          'endReason', c.end_reason, 'diedOn', w.died_on, 'registered', ${isRegistered(sql`w.id`)},
          'lookedAfterByThem', exists (select from caring b where b.authority_id = c.authority_id
             and b.carer_id = p.id and b.cared_for_id = w.id and b.until is null))
          order by c.until desc nulls first, w.id)
        from caring c join person w on w.authority_id = c.authority_id and w.id = c.carer_id
       where c.authority_id = p.authority_id and c.cared_for_id = p.id and not c.kept_from_cared_for), '[]') as carers,
      coalesce((select json_agg(json_build_object(
          'id', h.id, 'name', concat_ws(' ', h.given_name, h.family_name), 'dateOfBirth', h.date_of_birth,
          'diedOn', h.died_on, 'registered', ${isRegistered(sql`h.id`)}) order by h.date_of_birth, h.id)
        from search_key k join person h on h.authority_id = k.authority_id and h.id = k.person_id
       where k.authority_id = p.authority_id and k.key = 'p:' || lower(a.postcode) and h.merged_into is null
         and not exists (select from caring s where s.authority_id = h.authority_id and s.carer_id = h.id and s.kept_from_cared_for)
         and h.id <> p.id and lower(h.address_1) = lower(a.address_1)), '[]') as household
      from person p
      left join lateral (
        select address_1, postcode from (
          select p.address_1, p.postcode, 0 as rank
          union all select w.address_1, w.postcode, 1 from caring c
            join person w on w.authority_id = c.authority_id and w.id = c.carer_id
           where c.authority_id = p.authority_id and c.cared_for_id = p.id and c.until is null and c.lives_together
              and not c.kept_from_cared_for
        ) homes where postcode is not null and address_1 is not null order by rank limit 1) a on true
     where p.authority_id = actor_authority() and p.id = any (${ids}::uuid[]) and p.merged_into is null
     order by p.family_name, p.given_name, p.id`.execute(tx)
  return rows
}

const isRegistered = (person: ReturnType<typeof sql>) => sql`
  exists (select from registration r where r.authority_id = actor_authority() and r.person_id = ${person} and r.state <> 'ended')`
