import { sql, type RawBuilder } from 'kysely'
import { statement } from '#platform/db/statement.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { PlanKind, PlanState } from './plan.ts'

/** How the support of a plan that was agreed began. */
export type PlanStart = {
  readonly kind: PlanKind
  readonly state: PlanState
  readonly agreedOn: IsoDate
  /** The first thing done or paid; null while nothing was, and something is still to be. */
  readonly startedOn: IsoDate | null
  /** The first day that the plan promises for what is not done. */
  readonly promisedOn: IsoDate | null
}

/** When the support of a plan `l` began: one that changes another, or under which nothing is to be done, when it was agreed. */
export const startedOn: RawBuilder<IsoDate | null> = sql<IsoDate | null>`case
  when l.number > 1 then l.agreed_on
  when not exists (select from plan_action a where a.authority_id = l.authority_id and a.plan_id = l.id)
   and not exists (select from payment y where y.authority_id = l.authority_id and y.plan_id = l.id and y.state <> 'cancelled')
  then l.agreed_on
  else (select greatest(l.agreed_on, s.first) from (select least(
    (select min(a.done_on) from plan_action a where a.authority_id = l.authority_id and a.plan_id = l.id),
    (select min(coalesce(y.paid_on, i.paid_on)) from payment y
       left join payment_instalment i on i.authority_id = y.authority_id and i.payment_id = y.id
      where y.authority_id = l.authority_id and y.plan_id = l.id)) as first) s
         where s.first is not null) end`

/** The first day that a plan `l` promises for what is not done yet. */
export const promisedOn: RawBuilder<IsoDate | null> = sql<IsoDate | null>`(
  select min(coalesce(a.starts_on, a.due_on)) from plan_action a
   where a.authority_id = l.authority_id and a.plan_id = l.id and a.done_on is null)`

/** The plans of a person that were agreed, each with how its support began. */
export const listStartsOf = statement((tx, personId: string) =>
  tx
    .selectFrom('plan as l')
    .select(['l.kind', 'l.state', 'l.agreedOn'])
    .select(startedOn.as('startedOn'))
    .select(promisedOn.as('promisedOn'))
    .where('l.authorityId', '=', sql<number>`actor_authority()`)
    .where('l.personId', '=', personId)
    .where('l.agreedOn', 'is not', null)
    .$castTo<PlanStart>(),
)
