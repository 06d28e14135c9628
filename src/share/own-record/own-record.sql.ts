import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

export type OwnWorker = {
  readonly organisationId: number
  readonly organisation: string
  readonly telephone: string | null
  /** Null where the organisation works with the carer and has named nobody yet. */
  readonly workerId: string | null
  readonly name: string | null
}

/**
 * Who works with the carer who is signed in, the longest first. Their names come from a function of
 * the database, because no carer may read accounts.
 */
export async function listOwnWorkers(tx: Tx): Promise<readonly OwnWorker[]> {
  const { rows } = await sql<OwnWorker>`
    select w.organisation_id, o.name as organisation, o.telephone, w.worker_id, w.worker_name as name
      from workers_of_own_record() w
      join organisation o on o.id = w.organisation_id`.execute(tx)
  return rows
}
