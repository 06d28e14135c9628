import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import type { DemoOrganisation, DemoPerson } from './demo-people.ts'

/** The organisation's number, the next free one where it is new. */
export async function placeOrganisation(
  tx: Tx,
  authorityId: number,
  of: DemoOrganisation,
): Promise<number> {
  await sql`insert into organisation (authority_id, id, kind, name, code, town, telephone)
    select ${authorityId}, coalesce(max(id), 0) + 1, ${of.kind}, ${of.name}, ${of.code}, ${of.town}, ${of.telephone}
      from organisation where authority_id = ${authorityId}
    on conflict (authority_id, kind, name) do nothing`.execute(tx)
  const { id } = await tx
    .selectFrom('organisation')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('kind', '=', of.kind)
    .where('name', '=', of.name)
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a demo person an account and a duty; harmless for one who has them. */
export async function placePerson(
  tx: Tx,
  authorityId: number,
  of: Pick<DemoPerson, 'name' | 'email' | 'duties'> & { readonly organisationId: number },
): Promise<void> {
  await sql`insert into account (authority_id, id, email, display_name, sign_in)
    values (${authorityId}, ${newId()}, ${of.email}, ${of.name}, 'sso')
    on conflict (authority_id, email) do nothing`.execute(tx)
  await sql`insert into membership (authority_id, account_id, organisation_id, duties, since)
    select a.authority_id, a.id, ${of.organisationId}, ${[...of.duties]}, date '2016-04-01'
      from account a where a.authority_id = ${authorityId} and a.email = ${of.email}
       and not exists (select from membership m where m.authority_id = a.authority_id
                          and m.account_id = a.id and m.organisation_id = ${of.organisationId})`.execute(
    tx,
  )
}

/**
 * The carer of the demo: on the register as an adult carer, living, looking after somebody who is
 * named; those with an e-mail address first, then by the previous system's numbers, so that it is the
 * same person however often the county is loaded. Null where nothing was imported.
 */
export async function findDemoCarer(
  tx: Tx,
  authorityId: number,
): Promise<{ readonly id: string; readonly name: string; readonly email: string | null } | null> {
  const { rows } = await sql<{ id: string; name: string; email: string | null }>`
    select p.id, concat_ws(' ', p.given_name, p.family_name) as name, lower(p.email) as email
      from person p
      join previous_id x on x.authority_id = p.authority_id and x.person_id = p.id
     where p.authority_id = ${authorityId} and p.died_on is null and p.merged_into is null
       and exists (select from registration r where r.authority_id = p.authority_id and r.person_id = p.id
                      and r.kind = 'adult_carer' and r.state = 'active')
       and exists (select from caring c where c.authority_id = p.authority_id and c.carer_id = p.id
                      and c.cared_for_id is not null and c.until is null)
     order by p.email is null, x.source_id limit 1`.execute(tx)
  return rows[0] ?? null
}

export type CastMember = {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly dateOfBirth: string
  readonly mobilePhone: string | null
  readonly organisationId: number
}

/**
 * Adult carers whom the hub works with, for the demo's live cases: the lead first, then those with a
 * mobile number who were born from 1940 to 1995, by the previous system's numbers, so that they are the
 * same people however often the county is loaded.
 */
export async function listDemoCast(
  tx: Tx,
  of: { readonly authorityId: number; readonly lead: string | null; readonly limit: number },
): Promise<readonly CastMember[]> {
  const { rows } = await sql<CastMember>`
    select p.id, p.given_name, p.family_name, p.date_of_birth, p.mobile_phone,
           min(i.organisation_id) as organisation_id
      from involvement i
      join organisation o on o.authority_id = i.authority_id and o.id = i.organisation_id and o.kind = 'hub'
      join registration r on r.authority_id = i.authority_id and r.person_id = i.person_id
                         and r.kind = 'adult_carer' and r.state = 'active'
      join person p on p.authority_id = i.authority_id and p.id = i.person_id
      join previous_id x on x.authority_id = i.authority_id and x.person_id = i.person_id
     where i.authority_id = ${of.authorityId} and i.kind = 'adult_carer' and i.until is null
       and p.died_on is null and p.merged_into is null
       and (p.id = ${of.lead}::uuid
            or p.mobile_phone is not null and p.date_of_birth between date '1940-01-01' and date '1995-12-31')
     group by p.authority_id, p.id
     order by p.id is distinct from ${of.lead}::uuid, min(x.source_id) limit ${of.limit}`.execute(
    tx,
  )
  return rows
}

/** The account of a demo person, and where they work. */
export function getDemoAccount(
  tx: Tx,
  authorityId: number,
  email: string,
): Promise<{ readonly id: string; readonly organisationId: number }> {
  return tx
    .selectFrom('account')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.authorityId', '=', 'account.authorityId')
        .onRef('membership.accountId', '=', 'account.id'),
    )
    .select(['account.id', 'membership.organisationId'])
    .where('account.authorityId', '=', authorityId)
    .where('account.email', '=', email)
    .executeTakeFirstOrThrow()
}

/** Gives the demo's carer an account that opens their own record. */
export async function placeCarer(
  tx: Tx,
  authorityId: number,
  of: { readonly personId: string; readonly name: string; readonly email: string },
): Promise<void> {
  await sql`insert into account (authority_id, id, email, display_name, person_id, sign_in)
    select ${authorityId}, ${newId()}, ${of.email}, ${of.name}, ${of.personId}, 'email_code'
     where not exists (select from account where authority_id = ${authorityId} and person_id = ${of.personId})
    on conflict (authority_id, email) do nothing`.execute(tx)
}

export type DemoAccount = {
  readonly id: string
  readonly authorityId: number
  readonly email: string
  readonly displayName: string
  readonly isCarer: boolean
}

/** Whom the demo's page offers: its staff by their addresses, and the first few carers with accounts. */
export async function listDemoAccounts(
  tx: Tx,
  authorityId: number,
  staff: readonly string[],
): Promise<readonly DemoAccount[]> {
  const { rows } = await sql<DemoAccount>`
    (select id, authority_id, email, display_name, false as is_carer from account
      where authority_id = ${authorityId} and active and email = any (${[...staff]})
      order by array_position(${[...staff]}, email))
    union all
    (select id, authority_id, email, display_name, true from account
      where authority_id = ${authorityId} and active and person_id is not null
      order by created_at, id limit 5)`.execute(tx)
  return rows
}
