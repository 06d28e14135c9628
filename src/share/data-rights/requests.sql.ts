import { sql, type Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { DataRequest, RequestStep } from './data-rights.ts'

/** Requests, open or closed, the oldest first where open. */
export function listRequests(
  tx: Tx,
  of: { readonly open: boolean; readonly limit: number },
): Promise<DataRequest[]> {
  return lines(tx)
    .where('state', of.open ? '=' : '<>', 'open')
    .orderBy('receivedOn', of.open ? 'asc' : 'desc')
    .limit(of.limit)
    .execute()
}

/** One request; throws NotFound. */
export async function getRequest(tx: Tx, id: string): Promise<DataRequest> {
  const found = await lines(tx).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('request')
  return found
}

/** The same, held until the transaction ends, so that two who act on it act one after the other. */
export async function lockRequest(tx: Tx, id: string): Promise<DataRequest> {
  await tx.selectFrom('dataRequest').select('id').where('id', '=', id).forUpdate().execute()
  return getRequest(tx, id)
}

const lines = (tx: Tx) => tx.selectFrom('dataRequest').selectAll()

/** Keeps a request; the same form sent twice keeps one. */
export async function insertRequest(tx: Tx, request: Insertable<DB['dataRequest']>): Promise<void> {
  await tx
    .insertInto('dataRequest')
    .values(request)
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

/** What was done about a request, first to last. */
export function listRequestSteps(tx: Tx, requestId: string): Promise<RequestStep[]> {
  return tx
    .selectFrom('dataRequestStep')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Keeps a step; false where it is there already. */
export async function insertRequestStep(
  tx: Tx,
  step: Insertable<DB['dataRequestStep']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('dataRequestStep')
    .values(step)
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends a request as released, corrected, refused or withdrawn. */
export async function closeRequest(
  tx: Tx,
  of: { readonly id: string; readonly state: string; readonly on: IsoDate },
): Promise<void> {
  await tx
    .updateTable('dataRequest')
    .set((eb) => ({ state: of.state, closedOn: of.on, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .execute()
}

export type ChangeSince = {
  readonly tableName: string
  readonly at: IsoInstant
  readonly action: string
  readonly columns: readonly string[]
  readonly byName: string | null
}

/** What the history shows of changes in the record since the request came in, the newest first. */
export async function listChangesSince(tx: Tx, requestId: string): Promise<readonly ChangeSince[]> {
  const { rows } = await sql<ChangeSince>`select * from changes_for_request(${requestId})`.execute(
    tx,
  )
  return rows
}
