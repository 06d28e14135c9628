import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Like } from './comparison.rules.ts'
import type { SpanOfDays } from './sent-referrals.sql.ts'

/** Middle figures of the other senders of an organisation's kind; null where fewer than five sent anything. */
export async function findSendersLike(
  tx: Tx,
  of: SpanOfDays & { readonly organisationId: number },
): Promise<Like | null> {
  const { rows } = await sql<Like>`
    select senders, lower_sent, middle_sent, upper_sent, taken_on_percent
      from senders_like(${of.organisationId}, ${of.from}, ${of.to})`.execute(tx)
  return rows[0] ?? null
}

export type OwnOrganisation = {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly town: string | null
}

/** Organisations by their numbers, by name. */
export function listOrganisations(tx: Tx, ids: readonly number[]): Promise<OwnOrganisation[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'town'])
    .where('id', 'in', [...ids, -1])
    .orderBy('name')
    .execute()
}
