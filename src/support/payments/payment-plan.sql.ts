import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

const here = sql<number>`actor_authority()`

export type PaymentPlan = {
  readonly id: string
  readonly reference: string
  readonly number: number
  readonly state: string
  /** The needs of the plan, in words by id. */
  readonly needs: readonly { readonly id: string; readonly need: string }[]
}

/** The plan under which a payment was agreed, with its needs. */
export async function findPaymentPlan(tx: Tx, planId: string): Promise<PaymentPlan | null> {
  const plan = await tx
    .selectFrom('plan')
    .select(['id', 'reference', 'number', 'state'])
    .where('authorityId', '=', here)
    .where('id', '=', planId)
    .executeTakeFirst()
  if (plan === undefined) return null
  const needs = tx.selectFrom('planNeed').select(['id', 'need']).where('authorityId', '=', here)
  return { ...plan, needs: await needs.where('planId', '=', planId).orderBy('position').execute() }
}
