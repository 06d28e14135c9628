import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Who stands behind a plan: the county, the organisation that wrote it, the worker to ask for. */
export type PlanPeople = {
  readonly authority: string
  readonly organisation: string
  readonly town: string | null
  readonly telephone: string | null
  readonly worker: string | null
}

/**
 * Staff read it from the account; a carer may know the names of who works with them, and no more. A
 * plan is never put into the name of somebody who works with them now but did not agree it.
 */
const workerName = (workerId: string | null) => sql<string | null>`coalesce(account.display_name,
  (select worker_name from workers_of_own_record() own where own.worker_id = ${workerId}::uuid limit 1))`

/** Who stands behind a plan. */
export async function getPlanPeople(
  tx: Tx,
  plan: { readonly organisationId: number; readonly workerId: string | null },
): Promise<PlanPeople> {
  return tx
    .selectFrom('organisation')
    .innerJoin('authority', 'authority.id', 'organisation.authorityId')
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'organisation.authorityId')
        .on('account.id', '=', plan.workerId),
    )
    .select([
      'authority.name as authority',
      'organisation.name as organisation',
      'organisation.town',
      sql<string | null>`coalesce(organisation.telephone, authority.telephone)`.as('telephone'),
      workerName(plan.workerId).as('worker'),
    ])
    .where('organisation.authorityId', '=', sql<number>`actor_authority()`)
    .where('organisation.id', '=', plan.organisationId)
    .executeTakeFirstOrThrow()
}
