import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

type Register = { readonly authorityId: number; readonly kinds: readonly CarerKind[] }

/** Whether anybody is registered as one of these kinds of carer. */
export async function hasCarers(tx: Tx, { authorityId, kinds }: Register): Promise<boolean> {
  const found = await tx
    .selectFrom('registration')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('kind', 'in', kinds)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** A carer of the register with all that matching compares. */
export type Candidate = {
  readonly personId: string
  readonly readers: readonly number[]
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly birth: IsoDate | null
  readonly gender: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly homePhone: string | null
  readonly mobilePhone: string | null
  readonly email: string | null
  readonly nhsNumber: string | null
  readonly gpPractice: string | null
  readonly relationship: string | null
  readonly conditions: readonly string[] | null
  readonly caredForGiven: string | null
  readonly caredForFamily: string | null
  readonly caredForBirth: IsoDate | null
}

/** The carers of the register who share one of these search keys with somebody new, each once. */
export async function listCandidates(
  tx: Tx,
  of: Register & { readonly keys: readonly string[] },
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with wanted as (select distinct key collate "C" as key from unnest(${of.keys}::text[]) as key),
    near as (select distinct coalesce(p.merged_into, p.id) as id
               from wanted w
               join search_key k on k.authority_id = ${of.authorityId} and k.key = w.key
               join person p on p.authority_id = k.authority_id and p.id = k.person_id)
    select p.id as person_id, p.identity_readers as readers, p.given_name, p.family_name, p.known_as, p.date_of_birth as birth,
           p.gender, p.address_1 as address, p.postcode, p.home_phone, p.mobile_phone, p.email,
           p.nhs_number, p.gp_practice, c.relationship, c.conditions,
           f.given_name as cared_for_given, f.family_name as cared_for_family, f.date_of_birth as cared_for_birth
      from near
      join person p on p.authority_id = ${of.authorityId} and p.id = near.id
      left join lateral (select * from caring c where c.authority_id = p.authority_id and c.carer_id = p.id
                          order by c.until nulls first, c.id limit 1) c on true
      left join person f on f.authority_id = p.authority_id and f.id = c.cared_for_id
     where exists (select from registration g where g.authority_id = p.authority_id and g.person_id = p.id
                     and g.kind = any (${of.kinds}::text[]))`.execute(tx)
  return rows
}
