import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { GrowingKind } from './growing-up.rules.ts'

export type Growing = {
  readonly personId: string
  readonly name: string
  readonly dateOfBirth: string
  readonly kind: GrowingKind
  readonly total: number
}

/**
 * Carers with a birthday to prepare for, the oldest first: a worker's own, and for a manager those
 * of the organisation whom nobody works with and whose birthday is not long past.
 */
export async function listGrowing(
  tx: Tx,
  of: {
    readonly accountId: string
    readonly unassignedOf: readonly number[]
    readonly kind: GrowingKind
    readonly bornBy: IsoDate
    readonly bornAfter: IsoDate
    readonly limit: number
  },
): Promise<{ readonly people: readonly Growing[]; readonly total: number }> {
  const { rows } = await sql<Growing>`
    with growing as (
      select i.person_id, concat_ws(' ', p.given_name, p.family_name) as name, p.date_of_birth, i.kind, i.id
        from involvement i join person p on p.authority_id = i.authority_id and p.id = i.person_id
       where i.authority_id = actor_authority() and i.until is null and i.kind = ${of.kind}
         and (i.worker_id = ${of.accountId}
              or i.worker_id is null and i.organisation_id = any (${of.unassignedOf}::integer[])
                 and p.date_of_birth > ${of.bornAfter})
         and p.date_of_birth <= ${of.bornBy} and p.died_on is null and p.merged_into is null)
    select person_id, name, date_of_birth, kind, (select count(*) from growing) as total
      from growing order by date_of_birth, id limit ${Math.max(1, of.limit)}`.execute(tx)
  return { people: rows.slice(0, of.limit), total: rows[0]?.total ?? 0 }
}

/** The worker of an open involvement, who goes on with the carer. */
export async function findWorkerOf(tx: Tx, involvementId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('involvement')
    .select('workerId')
    .where('id', '=', involvementId)
    .executeTakeFirst()
  return row?.workerId ?? null
}
