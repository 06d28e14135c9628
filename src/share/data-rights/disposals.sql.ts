import { sql, type Insertable, type Selectable } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { onRequest, type RetentionFacts } from './retention.rules.ts'

export type Disposal = Selectable<DB['disposal']>

/** The authorities that keep anybody's record. */
export async function listAuthoritiesWithPeople(db: Database) {
  const { rows } = await sql<{
    id: number
    code: string
  }>`select id, code from authorities_with_people()`.execute(db)
  return rows
}

export type FactsOf = RetentionFacts & { readonly personId: string; readonly reference: string }

/** What decides how long a record is kept, for people with whom nobody works; by id after `after`. */
export async function listRetentionFacts(
  tx: Tx,
  of: { readonly today: IsoDate; readonly after: string | null; readonly limit: number },
): Promise<readonly FactsOf[]> {
  const { rows } = await sql<FactsOf>`
    select * from retention_facts(${of.today}::date, ${of.after}::uuid, ${of.limit})`.execute(tx)
  return rows
}

/** Proposes an end; nothing where one is proposed or approved already. */
export async function insertDisposal(tx: Tx, disposal: Insertable<DB['disposal']>): Promise<void> {
  await tx
    .insertInto('disposal')
    .values(disposal)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Lays a record whose end was asked for and agreed to before a second person; an open proposal becomes it. */
export async function approveOnRequest(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly id: string
    readonly personId: string
    readonly personReference: string
    readonly because: string
    readonly keepLooksSince: IsoDate
    readonly today: IsoDate
    readonly by: string
    readonly byName: string
    readonly at: IsoInstant
  },
): Promise<void> {
  const { today, by, byName, at, because, ...whose } = of
  const approved = {
    state: 'approved',
    rule: onRequest,
    because,
    approvedBy: by,
    approvedByName: byName,
    approvedAt: at,
  }
  const { numUpdatedRows } = await tx
    .updateTable('disposal')
    .set(approved)
    .where('personId', '=', of.personId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    await insertDisposal(tx, { ...whose, ...approved, dueOn: today, proposedOn: today })
}

/** Whether somebody said lately that this record is kept although its time is over. */
export async function keptLately(
  tx: Tx,
  of: { readonly personId: string; readonly since: IsoDate },
): Promise<boolean> {
  const found = await tx
    .selectFrom('disposal')
    .select('id')
    .where('personId', '=', of.personId)
    .where('state', '=', 'kept')
    .where('approvedAt', '>=', of.since)
    .executeTakeFirst()
  return found !== undefined
}

/** Proposals in a state, the longest due first. */
export function listDisposals(
  tx: Tx,
  of: { readonly state: 'proposed' | 'approved' | 'erased'; readonly limit: number },
): Promise<Disposal[]> {
  return tx
    .selectFrom('disposal')
    .selectAll()
    .where('state', '=', of.state)
    .orderBy(of.state === 'erased' ? 'erasedAt' : 'dueOn', of.state === 'erased' ? 'desc' : 'asc')
    .orderBy('id')
    .limit(of.limit)
    .execute()
}

export async function countDisposals(tx: Tx, state: string): Promise<number> {
  const { count } = await tx
    .selectFrom('disposal')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** One proposal, held until the transaction ends; throws NotFound. */
export async function lockDisposal(tx: Tx, id: string): Promise<Disposal> {
  const found = await tx
    .selectFrom('disposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('proposal')
  return found
}

/** Somebody approves an end, or says why the record is kept for another year. */
export async function updateDisposal(
  tx: Tx,
  of: {
    readonly id: string
    readonly state: 'approved' | 'kept'
    readonly because: string | null
    readonly by: string
    readonly byName: string
    readonly at: IsoInstant
  },
): Promise<void> {
  await tx
    .updateTable('disposal')
    .set({
      state: of.state,
      keptBecause: of.because,
      approvedBy: of.by,
      approvedByName: of.byName,
      approvedAt: of.at,
    })
    .where('id', '=', of.id)
    .execute()
}

/** Ends a record for good. The database itself throws where it was not approved, or by the same person, or is held. */
export async function erasePerson(
  tx: Tx,
  of: { readonly id: string; readonly at: IsoInstant },
): Promise<void> {
  await sql`select erase_person(${of.id}, ${of.at}::timestamptz)`.execute(tx)
}

/** Proposals whose reason is gone, because the record is held or in use again, are taken back. */
export async function withdrawProposals(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    update disposal set state = 'kept', kept_because = 'Held, or in use again', approved_at = null
     where state = 'proposed' and not person_id = any (${[...personIds]}::uuid[])`.execute(tx)
}

/** The lines on who looked at records that are gone, once their own time is over. */
export async function forgetLooks(tx: Tx, before: IsoDate): Promise<void> {
  await sql`select forget_looks_of_the_erased(${before}::date)`.execute(tx)
}
