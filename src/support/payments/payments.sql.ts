import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Pence } from '#platform/lib/money.ts'
import { limitsFrom, type PaymentLimits } from './payment-limits.rules.ts'
import type { Payment, PaymentState } from './payment.ts'

const here = sql<number>`actor_authority()`

/** The amounts that the authority allows, out of its settings. */
export async function getPaymentLimits(tx: Tx): Promise<PaymentLimits> {
  const query = tx.selectFrom('authority').select('settings').where('id', '=', here)
  return limitsFrom((await query.executeTakeFirst())?.settings)
}

/** The payment; throws NotFound. */
export async function getPayment(tx: Tx, id: string): Promise<Payment> {
  const query = tx.selectFrom('payment').selectAll().where('authorityId', '=', here)
  const payment = await query.where('id', '=', id).$castTo<Payment>().executeTakeFirst()
  if (payment === undefined) throw new NotFound('payment')
  return payment
}

/** The payment, held until the transaction ends; throws NotFound. */
export async function lockPayment(tx: Tx, id: string): Promise<Payment> {
  await sql`select from payment where authority_id = actor_authority() and id = ${id} for update`.execute(
    tx,
  )
  return getPayment(tx, id)
}

/** The payments of one plan, in the order in which they were put forward. */
export async function listPaymentsOfPlan(tx: Tx, planId: string): Promise<readonly Payment[]> {
  return tx
    .selectFrom('payment')
    .selectAll()
    .where('authorityId', '=', here)
    .where('planId', '=', planId)
    .orderBy('id')
    .$castTo<Payment>()
    .execute()
}

/** All payments of a person, the latest first. */
export const listPaymentsOf = statement((tx, personId: string) =>
  tx
    .selectFrom('payment')
    .selectAll()
    .where('authorityId', '=', here)
    .where('personId', '=', personId)
    .orderBy(sql`coalesce(paid_on, agreed_on, proposed_on)`, 'desc')
    .orderBy('id', 'desc')
    .$castTo<Payment>(),
)

export type NewPayment = Pick<
  Payment,
  | 'id'
  | 'personId'
  | 'organisationId'
  | 'planId'
  | 'basis'
  | 'amountPence'
  | 'frequency'
  | 'purpose'
  | 'needIds'
> & { readonly on: IsoDate; readonly by: string | null }

/** Puts a payment forward; the same id again does nothing. */
export async function insertPayment(tx: Tx, payment: NewPayment): Promise<void> {
  const { on, by, needIds, ...rest } = payment
  await tx
    .insertInto('payment')
    .values({
      ...rest,
      authorityId: here,
      kind: rest.frequency === 'once' ? 'one_off' : 'recurring',
      needIds: [...needIds],
      state: 'proposed',
      proposedOn: on,
      proposedBy: by,
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

/** Changes a payment that nobody has agreed to yet and that is still as it was seen. */
export async function updateProposed(
  tx: Tx,
  seen: { readonly id: string; readonly version: number },
  change: Pick<Payment, 'basis' | 'amountPence' | 'frequency' | 'purpose' | 'needIds'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('payment')
    .set({
      ...change,
      needIds: [...change.needIds],
      kind: change.frequency === 'once' ? 'one_off' : 'recurring',
      version: seen.version + 1,
    })
    .where('authorityId', '=', here)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Sets the first and last day of a payment of which nothing went out yet; false where something did, or it changed. */
export async function updateCalendar(
  tx: Tx,
  seen: { readonly id: string; readonly version: number },
  calendar: { readonly startsOn: IsoDate; readonly endsOn: IsoDate | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('payment')
    .set({ ...calendar, version: seen.version + 1 })
    .where('authorityId', '=', here)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where(
      sql<boolean>`not exists (select from payment_instalment i
        where i.authority_id = payment.authority_id and i.payment_id = payment.id)`,
    )
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

type Move = {
  readonly id: string
  readonly from: PaymentState
  readonly version: number
  readonly on: IsoDate
}

/** Takes a payment one step on from where it was seen; false where somebody else was first. */
export async function updateAsAgreed(
  tx: Tx,
  move: Move & { readonly by: string | null },
): Promise<boolean> {
  return moved(tx, move, { state: 'agreed', agreedOn: move.on, agreedBy: move.by })
}

export async function updateAsPaid(tx: Tx, move: Move): Promise<boolean> {
  return moved(tx, move, { state: 'paid', paidOn: move.on })
}

export async function updateAsCancelled(
  tx: Tx,
  move: Move & { readonly reason: string },
): Promise<boolean> {
  return moved(tx, move, { state: 'cancelled', cancelledOn: move.on, cancelReason: move.reason })
}

async function moved(
  tx: Tx,
  move: Move,
  to: Partial<
    Pick<Payment, 'agreedOn' | 'agreedBy' | 'paidOn' | 'cancelledOn' | 'cancelReason'>
  > & {
    readonly state: PaymentState
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('payment')
    .set({ ...to, version: move.version + 1 })
    .where('authorityId', '=', here)
    .where('id', '=', move.id)
    .where('state', '=', move.from)
    .where('version', '=', move.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type PaymentFilter = {
  readonly state: PaymentState | 'all'
  readonly basis: Payment['basis'] | 'all'
  readonly from: IsoDate
  readonly to: IsoDate
}

export type ListedPayment = Payment & {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly on: IsoDate
}

/** Payments of a time, the latest first: by the day of payment, else of agreement, else of proposal. */
export async function listPayments(
  tx: Tx,
  filter: PaymentFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly ListedPayment[]> {
  return filtered(tx, filter)
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'payment.authorityId')
        .onRef('person.id', '=', 'payment.personId'),
    )
    .selectAll('payment')
    .select(['givenName', 'familyName', 'knownAs', lastStep.as('on')])
    .orderBy(lastStep, 'desc')
    .orderBy('payment.id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .$castTo<ListedPayment>()
    .execute()
}

export type PaymentTotal = {
  readonly state: PaymentState
  readonly basis: Payment['basis']
  readonly payments: number
  readonly carers: number
  readonly pence: Pence
}

/** What the payments of a time come to, by state and basis: how many, to how many carers, and the sum. */
export async function sumPayments(tx: Tx, filter: PaymentFilter): Promise<readonly PaymentTotal[]> {
  return filtered(tx, filter)
    .select((one) => [
      'payment.state',
      'payment.basis',
      one.fn.countAll<number>().as('payments'),
      one.fn.count<number>('payment.personId').distinct().as('carers'),
      one.fn.sum<number>('payment.amountPence').as('pence'),
    ])
    .groupBy(['payment.state', 'payment.basis'])
    .orderBy('payment.state')
    .orderBy('payment.basis')
    .$castTo<PaymentTotal>()
    .execute()
}

const lastStep = sql<IsoDate>`coalesce(payment.paid_on, payment.agreed_on, payment.proposed_on)`

function filtered(tx: Tx, filter: PaymentFilter) {
  let query = tx
    .selectFrom('payment')
    .where('payment.authorityId', '=', here)
    .where(lastStep, '>=', filter.from)
    .where(lastStep, '<=', filter.to)
  if (filter.state !== 'all') query = query.where('payment.state', '=', filter.state)
  if (filter.basis !== 'all') query = query.where('payment.basis', '=', filter.basis)
  return query
}

/**
 * The payments that wait for a manager of the actor's organisations, the oldest first, and how many.
 * What a plan may promise by itself is not among them.
 */
export async function listPaymentsToAgree(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number; readonly limits: PaymentLimits },
): Promise<{ readonly payments: readonly ListedPayment[]; readonly total: number }> {
  const waiting = tx
    .selectFrom('payment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'payment.authorityId')
        .onRef('person.id', '=', 'payment.personId'),
    )
    .where('payment.authorityId', '=', here)
    .where('payment.state', '=', 'proposed')
    .where('payment.organisationId', 'in', [...of.actor.organisationIds, -1])
    .where((where) =>
      where.or([
        where('payment.planId', 'is', null),
        where('payment.kind', '=', 'recurring'),
        where('payment.amountPence', '>', of.limits.agreedInPlanPence),
      ]),
    )
  const payments = await waiting
    .selectAll('payment')
    .select(['givenName', 'familyName', 'knownAs', lastStep.as('on')])
    .orderBy('payment.proposedOn')
    .orderBy('payment.id')
    .limit(of.limit)
    .$castTo<ListedPayment>()
    .execute()
  const count = await waiting
    .select((one) => one.fn.countAll<number>().as('total'))
    .executeTakeFirst()
  return { payments, total: count?.total ?? 0 }
}
