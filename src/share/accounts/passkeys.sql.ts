import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'

export type PasskeyRow = {
  readonly id: string
  readonly name: string
  readonly createdAt: IsoInstant
}

export async function listPasskeys(
  db: Database,
  accountId: string,
): Promise<readonly PasskeyRow[]> {
  const { rows } = await sql<PasskeyRow>`
    select id, coalesce(name, 'Passkey') as name, created_at from auth.passkey
     where user_id = ${accountId} order by created_at, id`.execute(db)
  return rows
}

export async function deletePasskey(
  db: Database,
  of: { readonly accountId: string; readonly id: string },
): Promise<void> {
  await sql`delete from auth.passkey where user_id = ${of.accountId} and id = ${of.id}`.execute(db)
}
