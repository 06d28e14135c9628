import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Document } from '#platform/documents/document.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { AgreementWay, ConditionsFound } from './payment-conditions.rules.ts'

export type AgreementHow = 'in_person' | 'telephone' | 'in_writing' | 'online'

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
  readonly agreedHow: AgreementHow | null
  /** In the words that were agreed; null while it waits, or where it was agreed before they were kept. */
  readonly document: Document | null
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
      document: agreement.document === null ? null : JSON.stringify(agreement.document),
      authorityId: sql<number>`actor_authority()`,
      recordedBy: actor.accountId,
      recordedByName: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

export type AgreementCopy = {
  readonly id: string
  readonly agreementId: string
  readonly paymentId: string
  readonly personId: string
  readonly way: 'email' | 'letter' | 'by_hand'
  readonly format: string
  readonly sentOn: IsoDate
}

/** Writes down that a copy goes to the carer; false where this same one went already. */
export async function insertAgreementCopy(
  tx: Tx,
  actor: Actor,
  copy: AgreementCopy,
): Promise<boolean> {
  const made = await tx
    .insertInto('paymentAgreementCopy')
    .values({ ...copy, authorityId: sql<number>`actor_authority()`, sentByName: actor.displayName })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** The copies of a payment's agreements that went to the carer, the latest first. */
export async function listAgreementCopies(
  tx: Tx,
  paymentId: string,
): Promise<readonly (AgreementCopy & { readonly sentByName: string })[]> {
  return tx
    .selectFrom('paymentAgreementCopy')
    .selectAll()
    .where('authorityId', '=', sql<number>`actor_authority()`)
    .where('paymentId', '=', paymentId)
    .orderBy('id', 'desc')
    .$castTo<AgreementCopy & { readonly sentByName: string }>()
    .execute()
}
