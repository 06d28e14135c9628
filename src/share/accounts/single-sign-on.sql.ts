import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'

export type SingleSignOnUnderWay = {
  readonly authorityId: number
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string | null
}

export async function insertSingleSignOn(
  db: Database,
  of: SingleSignOnUnderWay & {
    readonly stateHash: string
    readonly now: IsoInstant
    readonly minutes: number
  },
): Promise<void> {
  await sql`insert into auth.single_sign_on (state_hash, authority_id, nonce, code_verifier, return_to, expires_at)
    values (${of.stateHash}, ${of.authorityId}, ${of.nonce}, ${of.codeVerifier}, ${of.returnTo},
            ${of.now}::timestamptz + make_interval(mins => ${of.minutes}))`.execute(db)
}

/** Takes the sign-on that a state belongs to, for good: the same state finds nothing a second time. */
export async function takeSingleSignOn(
  db: Database,
  of: { readonly stateHash: string; readonly now: IsoInstant },
): Promise<SingleSignOnUnderWay | null> {
  const { rows } = await sql<SingleSignOnUnderWay & { inTime: boolean }>`
    delete from auth.single_sign_on where state_hash = ${of.stateHash}
    returning authority_id, nonce, code_verifier, return_to, expires_at > ${of.now} as in_time`.execute(
    db,
  )
  const [taken] = rows
  return taken?.inTime === true ? taken : null
}
