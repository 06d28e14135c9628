import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from 'kysely'
import { asReferral, selectReferrals } from './referrals.sql.ts'
import type { Referral } from './referral.ts'

/** What has stalled with the actor's organisations and still waits, the longest first; `total` is exact. */
export async function listStalled(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number },
): Promise<{ readonly referrals: readonly Referral[]; readonly total: number }> {
  const rows = await selectReferrals(tx)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('referral.toOrganisationId', 'in', [...of.actor.organisationIds, -1])
    .where('referral.escalatedOn', 'is not', null)
    .where(
      sql<boolean>`(referral.state in ('new', 'asked') or referral.state = 'accepted' and referral.first_contact_on is null)`,
    )
    .orderBy('referral.urgent', 'desc')
    .orderBy('referral.receivedOn')
    .orderBy('referral.id')
    .limit(of.limit)
    .execute()
  return { referrals: rows.map(asReferral), total: rows[0]?.total ?? 0 }
}

/** Decided referrals whose sender has no account and left a number, and whom nobody has rung with the answer. */
export async function listToTell(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number },
): Promise<{ readonly referrals: readonly Referral[]; readonly total: number }> {
  const rows = await selectReferrals(tx)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('referral.toOrganisationId', 'in', [...of.actor.organisationIds, -1])
    .where('referral.state', 'in', ['accepted', 'declined'])
    .where('referral.referrerTelephone', 'is not', null)
    .where('referral.referrerAccountId', 'is', null)
    .where('referral.senderToldOn', 'is', null)
    .where((eb) =>
      eb.or([
        eb('referral.triagedBy', '=', of.actor.accountId),
        eb('referral.workerId', '=', of.actor.accountId),
      ]),
    )
    .orderBy('referral.triagedOn')
    .orderBy('referral.id')
    .limit(of.limit)
    .execute()
  return { referrals: rows.map(asReferral), total: rows[0]?.total ?? 0 }
}
