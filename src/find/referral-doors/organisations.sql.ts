import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'

export type Organisation = { readonly id: number; readonly name: string; readonly kind: string }

/** Organisations of the actor's that can send referrals. */
export function listOwnSenders(tx: Tx, actor: Actor): Promise<Organisation[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('id', 'in', [...actor.organisationIds, -1])
    .where('active', '=', true)
    .orderBy('name')
    .execute()
}

/** Organisations of these kinds, for a worker who takes down for which of them somebody rings. */
export function listOfKinds(
  tx: Tx,
  of: { readonly authorityId: number; readonly kinds: readonly string[] },
): Promise<Organisation[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('authorityId', '=', of.authorityId)
    .where('kind', 'in', [...of.kinds, ''])
    .where('active', '=', true)
    .orderBy('name')
    .limit(500)
    .execute()
}
