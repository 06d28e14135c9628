import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { Membership, WayIn } from './account.ts'
import type { LimitName } from './limits.rules.ts'

// Statements on schema `auth`. They run outside any actor's transaction: nobody is known to act yet.

export type SessionHolder = {
  readonly sessionId: string
  readonly complete: boolean
  readonly authorityId: number
  readonly authorityCode: string
  readonly accountId: string
  readonly displayName: string
  readonly email: string
  readonly personId: string | null
  readonly signIn: WayIn
  readonly memberships: readonly Membership[] | null
}

/** Whose session this is, by the hash of its token; null where it is over or the account closed. */
export async function findSessionHolder(
  db: Database,
  of: { readonly tokenHash: string; readonly now: IsoInstant; readonly today: IsoDate },
): Promise<SessionHolder | null> {
  const { rows } = await sql<SessionHolder>`
    select * from auth.session_holder(${of.tokenHash}, ${of.now}, ${of.today})`.execute(db)
  return rows[0] ?? null
}

export async function findWayIn(
  db: Database,
  accountId: string,
): Promise<{ readonly signIn: WayIn; readonly twoFactorEnabled: boolean } | null> {
  const { rows } = await sql<{ signIn: WayIn; twoFactorEnabled: boolean }>`
    select * from auth.way_in(${accountId})`.execute(db)
  return rows[0] ?? null
}

/** Makes an account known to the sign-in tables, under an address that no mail can reach. */
export async function insertSignInUser(
  db: Database,
  account: { readonly authorityId: number; readonly id: string },
): Promise<void> {
  await sql`insert into auth."user" (id, authority_id, email)
    values (${account.id}, ${account.authorityId}, ${`${account.id}@account.invalid`})
    on conflict do nothing`.execute(db)
}

/** Counts a try; gives null, or the moment from which the next one counts again. */
export async function countAttempt(
  db: Database,
  of: {
    readonly kind: LimitName
    readonly key: string
    readonly most: number
    readonly minutes: number
    readonly now: IsoInstant
  },
): Promise<IsoInstant | null> {
  const { rows } = await sql<{ until: IsoInstant | null }>`
    select auth.count_attempt(${of.kind}, ${of.key}, ${of.most}, make_interval(mins => ${of.minutes}), ${of.now}) as until`.execute(
    db,
  )
  return rows[0]?.until ?? null
}

/** Forgets the tries under a key: whoever got in starts afresh. */
export async function deleteAttempts(
  db: Database,
  of: { readonly kind: LimitName; readonly key: string },
): Promise<void> {
  await sql`delete from auth.attempt where kind = ${of.kind} and key = ${of.key}`.execute(db)
}

export type SessionRow = {
  readonly id: string
  readonly userAgent: string | null
  readonly createdAt: IsoInstant
  readonly lastSeenAt: IsoInstant
}

/** An account's sessions that are not over, the last used first. */
export async function listSessions(
  db: Database,
  accountId: string,
  now: IsoInstant,
): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, user_agent, created_at, last_seen_at from auth.session
     where user_id = ${accountId} and complete and expires_at > ${now}
       and last_seen_at + make_interval(secs => idle_seconds) > ${now}
     order by last_seen_at desc, id`.execute(db)
  return rows
}

export async function deleteSession(
  db: Database,
  of: { readonly accountId: string; readonly id: string },
): Promise<void> {
  await sql`delete from auth.session where user_id = ${of.accountId} and id = ${of.id}`.execute(db)
}

export async function deleteSessionByToken(db: Database, tokenHash: string): Promise<void> {
  await sql`delete from auth.session where token = ${tokenHash}`.execute(db)
}

/** Signs an account out everywhere. */
export async function deleteSessions(db: Database, accountId: string): Promise<void> {
  await sql`delete from auth.session where user_id = ${accountId}`.execute(db)
}

/** Ends the sessions of an account that lack their second factor. */
export async function deleteIncompleteSessions(db: Database, accountId: string): Promise<void> {
  await sql`delete from auth.session where user_id = ${accountId} and not complete`.execute(db)
}

/** Ends the sessions for which a second factor was given that no longer counts. */
export async function deleteCompleteSessions(db: Database, accountId: string): Promise<void> {
  await sql`delete from auth.session where user_id = ${accountId} and complete`.execute(db)
}

/** Deletes what is over by a moment; tries count for a day at the most. */
export async function deleteSpentSignIns(db: Database, now: IsoInstant): Promise<void> {
  await sql`with sessions as (
      delete from auth.session where expires_at < ${now}
         or last_seen_at + make_interval(secs => idle_seconds) < ${now}),
    waiting as (delete from auth.verification where expires_at < ${now}),
    sign_ons as (delete from auth.single_sign_on where expires_at < ${now})
    delete from auth.attempt where at < ${now}::timestamptz - interval '1 day'`.execute(db)
}

/** Takes an account's authenticator app and recovery codes away. */
export async function deleteSecondStep(db: Database, accountId: string): Promise<void> {
  await sql`with step as (delete from auth.two_factor where user_id = ${accountId})
    update auth."user" set two_factor_enabled = false where id = ${accountId}`.execute(db)
}

/** Takes away everything by which an account could come in: sessions, password, second step, passkeys. */
export async function deleteSignInUser(db: Database, accountId: string): Promise<void> {
  await sql`delete from auth."user" where id = ${accountId}`.execute(db)
}
