import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { AgreementWay, ConditionsFound } from './payment-conditions.rules.ts'

export type PaymentAgreement = {
  readonly id: string
  readonly paymentId: string
  readonly personId: string
  readonly way: AgreementWay
  /** The nominee or the authorised person, and what they are to the carer. */
  readonly who: string | null
  readonly relationship: string | null
  readonly conditions: ConditionsFound
  readonly met: boolean
  readonly terms: string | null
  readonly signedOn: IsoDate | null
  readonly signedBy: string | null
  readonly recordedOn: IsoDate
  readonly recordedByName: string
}

/** The agreements of a payment, the one that holds first. */
export async function listAgreements(
  tx: Tx,
  paymentId: string,
): Promise<readonly PaymentAgreement[]> {
  return tx
    .selectFrom('paymentAgreement')
    .selectAll()
    .where('authorityId', '=', sql<number>`actor_authority()`)
    .where('paymentId', '=', paymentId)
    .orderBy('id', 'desc')
    .$castTo<PaymentAgreement>()
    .execute()
}

/** Keeps an agreement, or that the conditions are not met; the same id again does nothing. */
export async function insertAgreement(
  tx: Tx,
  actor: Actor,
  agreement: Omit<PaymentAgreement, 'recordedByName'>,
): Promise<void> {
  await tx
    .insertInto('paymentAgreement')
    .values({
      ...agreement,
      conditions: JSON.stringify(agreement.conditions),
      authorityId: sql<number>`actor_authority()`,
      recordedBy: actor.accountId,
      recordedByName: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}
