import { sql } from 'kysely'
import type { Duty } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Account } from '#share/accounts/account.ts'

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly signIn: Account['signIn']
  readonly active: boolean
  /** What they hold today, as "Adviser at the hub" is made of. */
  readonly held: readonly { readonly organisation: string; readonly duty: Duty }[]
}

type Sought = {
  readonly authorityId: number
  readonly today: IsoDate
  /** Part of a name or an address; all where empty. */
  readonly words: string
  readonly organisationId: number | null
  readonly closed: boolean
}

/** Members of staff by name, as many as fit a page; carers' accounts are not among them. */
export async function listPeople(
  tx: Tx,
  of: Sought & { readonly limit: number },
): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select a.id, a.display_name as name, a.email, a.sign_in, a.active, h.held
      from account a, lateral (${heldBy(of.today)}) as h (held)
     where ${sought(of)} order by a.display_name, a.id limit ${of.limit}`.execute(tx)
  return rows
}

export async function countPeople(tx: Tx, of: Sought): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people from account a where ${sought(of)}`.execute(tx)
  return rows[0]?.people ?? 0
}

const heldBy = (today: IsoDate) => sql`
  select coalesce(jsonb_agg(jsonb_build_object('organisation', o.name, 'duty', d.duty) order by o.name, d.duty), '[]')
    from membership m
    join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
   cross join lateral unnest(m.duties) as d (duty)
   where m.authority_id = a.authority_id and m.account_id = a.id
     and m.since <= ${today} and (m.until is null or m.until >= ${today})`

const sought = (of: Sought) => sql`
  a.authority_id = ${of.authorityId} and a.person_id is null and a.active = ${!of.closed}
  and (${of.words} = '' or strpos(lower(a.display_name), ${of.words.toLowerCase()}) > 0
       or strpos(a.email, ${of.words.toLowerCase()}) > 0)
  and (${of.organisationId}::integer is null or exists (select from membership m
        where m.authority_id = a.authority_id and m.account_id = a.id
          and m.organisation_id = ${of.organisationId}
          and (m.until is null or m.until >= ${of.today})))`

export type Held = {
  readonly id: string
  readonly organisationId: number
  readonly organisation: string
  readonly duties: readonly Duty[]
  readonly since: IsoDate
  readonly until: IsoDate | null
  /** Given by single sign-on rather than by a person. */
  readonly byRule: boolean
}

/** What an account holds, held and will hold, the newest first. */
export async function listHeld(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string },
): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select m.id, m.organisation_id, o.name as organisation, m.duties, m.since, m.until,
           m.rule_id is not null as by_rule
      from membership m
      join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
     where m.authority_id = ${of.authorityId} and m.account_id = ${of.accountId}
     order by m.until is not null, m.since desc, o.name, m.id`.execute(tx)
  return rows
}

/** Ends one row of duties on a day. */
export async function updateHeldUntil(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly until: string },
): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

/** Ends all that an account holds, or will, on a day. */
export async function updateAllHeldUntil(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly until: string },
): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ until: of.until })
    .where('authorityId', '=', of.authorityId)
    .where('accountId', '=', of.accountId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', of.until)]))
    .execute()
}

/** The administrators of today other than one account; waits for whoever else changes administrators. */
export async function countOtherAdministrators(
  tx: Tx,
  of: { readonly authorityId: number; readonly today: string; readonly not: string },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('administrators'), ${of.authorityId})`.execute(tx)
  const { rows } = await sql<{ administrators: number }>`
    select count(distinct a.id) as administrators from account a
      join membership m on m.authority_id = a.authority_id and m.account_id = a.id
     where a.authority_id = ${of.authorityId} and a.active and a.id <> ${of.not}
       and 'administrator' = any (m.duties) and m.since <= ${of.today} and m.until is null`.execute(
    tx,
  )
  return rows[0]?.administrators ?? 0
}

/** The active accounts of an organisation that come in by password. */
export async function listPasswordAccountsOf(
  tx: Tx,
  of: { readonly authorityId: number; readonly organisationId: number; readonly today: string },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct a.id, a.display_name as name from account a
      join membership m on m.authority_id = a.authority_id and m.account_id = a.id
     where a.authority_id = ${of.authorityId} and a.active and a.sign_in = 'password'
       and m.organisation_id = ${of.organisationId} and (m.until is null or m.until >= ${of.today})
     order by 2, 1`.execute(tx)
  return rows
}

export async function updateSignIn(
  tx: Tx,
  of: { readonly authorityId: number; readonly ids: readonly string[]; readonly signIn: string },
): Promise<void> {
  if (of.ids.length === 0) return
  await tx
    .updateTable('account')
    .set({ signIn: of.signIn })
    .where('authorityId', '=', of.authorityId)
    .where('id', 'in', [...of.ids])
    .execute()
}

/** Closes an account from a day, or opens it again with null. */
export async function updateClosed(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly closedOn: IsoDate | null },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ active: of.closedOn === null, closedOn: of.closedOn })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}
