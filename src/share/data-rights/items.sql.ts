import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { HeldItem } from './data-rights.ts'

/** Gathers all that is held; gives how many things there are. Decisions on what has not changed stand. */
export async function gatherForRequest(tx: Tx, requestId: string): Promise<void> {
  await sql`select gather_for_request(${requestId})`.execute(tx)
}

/** What was gathered, as far as the actor may read it, table by table. */
export async function listItems(tx: Tx, requestId: string): Promise<readonly HeldItem[]> {
  const rows = await tx
    .selectFrom('dataRequestItem')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('tableName')
    .orderBy('rowKey')
    .execute()
  return rows as unknown as readonly HeldItem[]
}

/** One of them; throws NotFound, also for what is restricted. */
export async function getItem(
  tx: Tx,
  of: { readonly requestId: string; readonly id: string },
): Promise<HeldItem> {
  const row = await tx
    .selectFrom('dataRequestItem')
    .selectAll()
    .where('requestId', '=', of.requestId)
    .where('id', '=', of.id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('statement')
  return row as unknown as HeldItem
}

/** Says of each thing that nobody has decided on why it is set aside; null lets it go out. */
export async function updateSetAside(
  tx: Tx,
  of: {
    readonly requestId: string
    readonly reasons: readonly { readonly id: string; readonly because: string | null }[]
  },
): Promise<void> {
  const ids = of.reasons.map(({ id }) => id)
  const because = of.reasons.map((each) => each.because)
  await sql`
    update data_request_item i set set_aside_because = r.because
      from unnest(${ids}::uuid[], ${because}::text[]) as r (id, because)
     where i.request_id = ${of.requestId} and i.id = r.id and i.decision is null`.execute(tx)
}

export type Decision = {
  readonly id: string
  readonly decision: 'disclose' | 'redact' | 'withhold'
  readonly words: string | null
  readonly by: string
  readonly byName: string
  readonly at: IsoInstant
}

/** A named person decides on a statement; it is one that was set aside, from then on if not before. */
export async function updateDecision(tx: Tx, of: Decision): Promise<void> {
  await tx
    .updateTable('dataRequestItem')
    .set((eb) => ({
      decision: of.decision,
      decisionWords: of.words,
      decidedBy: of.by,
      decidedByName: of.byName,
      decidedAt: of.at,
      setAsideBecause: eb.fn.coalesce('setAsideBecause', sql<string>`'Set aside by hand'`),
    }))
    .where('id', '=', of.id)
    .execute()
}

/** Whether a decision is missing anywhere, restricted or not; not on which. */
export async function requestWaits(tx: Tx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{
    waits: boolean
  }>`select request_waits(${requestId}) as waits`.execute(tx)
  return rows[0]?.waits ?? true
}

/** Whether a parent asks for the record of a child who asked that a parent is not told. */
export async function isKeptFromParent(tx: Tx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{
    kept: boolean
  }>`select request_kept_from_parent(${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? false
}

/** The names of everybody whom the register links with a person: whom they look after, and who them. */
export async function listOthersNames(tx: Tx, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from names_around(${personId})`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}
