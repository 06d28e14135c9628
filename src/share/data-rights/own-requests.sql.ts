import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { DataRequest } from './data-rights.ts'
import type { ErasureFacts } from './erasure.rules.ts'

/** What a carer asked for themself on their own pages, the newest first. */
export function listOwnRequests(tx: Tx, personId: string): Promise<DataRequest[]> {
  return tx
    .selectFrom('dataRequest')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('receivedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

export type OwnStep = {
  readonly step: string
  readonly takenOn: IsoDate
  /** Told only where it is an answer. */
  readonly words: string | null
}

/** The steps of one's own request that move its clock or answer it, first to last. */
export async function listOwnRequestSteps(tx: Tx, requestId: string): Promise<readonly OwnStep[]> {
  const { rows } = await sql<OwnStep>`select * from own_request_steps(${requestId})`.execute(tx)
  return rows
}

/** What decides whether a record can end because it was asked for; throws NotFound. */
export async function getErasureFacts(
  tx: Tx,
  of: { readonly requestId: string; readonly today: IsoDate },
): Promise<ErasureFacts> {
  const { rows } = await sql<ErasureFacts>`
    select * from facts_for_request(${of.requestId}, ${of.today}::date)`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new NotFound('request')
  return found
}
