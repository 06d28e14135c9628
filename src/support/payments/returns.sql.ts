import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Pence } from '#platform/lib/money.ts'
import type { Receipt } from './receipts.rules.ts'

const here = sql<number>`actor_authority()`

export type PaymentReturn = {
  readonly id: string
  readonly paymentId: string
  readonly personId: string
  readonly fromOn: IsoDate
  readonly toOn: IsoDate
  readonly spentPence: Pence
  readonly usedFor: string
  /** Why there are none, where no receipts came with it. */
  readonly withoutReceipts: string | null
  readonly recordedOn: IsoDate
  readonly recordedByName: string
  readonly lookedAtOn: IsoDate | null
  readonly lookedAtByName: string | null
  readonly finding: 'in_order' | 'query' | null
  readonly findingWords: string | null
  readonly version: number
  readonly receipts: readonly {
    readonly id: string
    readonly name: string
    readonly size: number
  }[]
}

/** What the carer told of how the money was used, the latest time first. */
export async function listReturns(tx: Tx, paymentId: string): Promise<readonly PaymentReturn[]> {
  const { rows } = await sql<PaymentReturn>`
    select r.id, r.payment_id as "paymentId", r.person_id as "personId", r.from_on as "fromOn", r.to_on as "toOn",
           r.spent_pence as "spentPence", r.used_for as "usedFor", r.without_receipts as "withoutReceipts",
           r.recorded_on as "recordedOn", r.recorded_by_name as "recordedByName", r.looked_at_on as "lookedAtOn",
           r.looked_at_by_name as "lookedAtByName", r.finding, r.finding_words as "findingWords", r.version,
           (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.id), '[]')
              from payment_receipt f where f.authority_id = r.authority_id and f.return_id = r.id) as receipts
      from payment_return r
     where r.authority_id = actor_authority() and r.payment_id = ${paymentId}
     order by r.to_on desc, r.id desc`.execute(tx)
  return rows
}

export type NewReturn = Pick<
  PaymentReturn,
  | 'id'
  | 'paymentId'
  | 'personId'
  | 'fromOn'
  | 'toOn'
  | 'spentPence'
  | 'usedFor'
  | 'withoutReceipts'
  | 'recordedOn'
>

/** Keeps a monitoring return with its receipts; the same id again does nothing. */
export async function insertReturn(
  tx: Tx,
  actor: Actor,
  told: NewReturn,
  receipts: readonly Receipt[],
): Promise<void> {
  const made = await tx
    .insertInto('paymentReturn')
    .values({
      ...told,
      authorityId: here,
      recordedBy: actor.accountId,
      recordedByName: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n || receipts.length === 0) return
  const { id: returnId, personId } = told
  await tx
    .insertInto('paymentReceipt')
    .values(receipts.map((receipt) => ({ ...receipt, authorityId: here, returnId, personId })))
    .onConflict((conflict) => conflict.columns(['authorityId', 'returnId', 'hash']).doNothing())
    .execute()
}

/** Writes down what was found in a return that nobody had looked at; false where somebody was first. */
export async function updateLookedAt(
  tx: Tx,
  actor: Actor,
  of: {
    readonly id: string
    readonly on: IsoDate
    readonly finding: 'in_order' | 'query'
    readonly words: string | null
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('paymentReturn')
    .set({
      finding: of.finding,
      findingWords: of.words,
      lookedAtOn: of.on,
      lookedAtBy: actor.accountId,
      lookedAtByName: actor.displayName,
      version: sql`version + 1`,
    })
    .where('authorityId', '=', here)
    .where('id', '=', of.id)
    .where((where) => where.or([where('finding', 'is', null), where('finding', '=', 'query')]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type KeptReceipt = {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
  readonly personId: string
}

/** A receipt as it was sent; throws NotFound. */
export async function getReceipt(tx: Tx, id: string): Promise<KeptReceipt> {
  const receipt = await tx
    .selectFrom('paymentReceipt')
    .select(['name', 'type', 'bytes', 'personId'])
    .where('authorityId', '=', here)
    .where('id', '=', id)
    .executeTakeFirst()
  if (receipt === undefined) throw new NotFound('receipt')
  return receipt
}

export type RecoveryStep = {
  readonly id: string
  readonly step: 'asked' | 'repaid' | 'written_off'
  readonly amountPence: Pence
  readonly takenOn: IsoDate
  readonly reason: string | null
  readonly recordedBy: string | null
  readonly recordedByName: string
}

/** What was asked back of a payment and what became of it, in its order. */
export async function listRecovery(tx: Tx, paymentId: string): Promise<readonly RecoveryStep[]> {
  return tx
    .selectFrom('paymentRecovery')
    .select(['id', 'step', 'amountPence', 'takenOn', 'reason', 'recordedBy', 'recordedByName'])
    .where('authorityId', '=', here)
    .where('paymentId', '=', paymentId)
    .orderBy('id')
    .$castTo<RecoveryStep>()
    .execute()
}

/** Keeps a step of recovery; the same id again does nothing. Hold the payment first (`lockPayment`). */
export async function insertRecovery(
  tx: Tx,
  actor: Actor,
  step: Omit<RecoveryStep, 'recordedBy' | 'recordedByName'> & {
    readonly paymentId: string
    readonly personId: string
  },
): Promise<void> {
  await tx
    .insertInto('paymentRecovery')
    .values({
      ...step,
      authorityId: here,
      recordedBy: actor.accountId,
      recordedByName: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}
