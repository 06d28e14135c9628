import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Receiver } from './give-work.rules.ts'

/** Those who work at the actor's organisations today, by name, with their duties. */
export async function listReceivers(tx: Tx, actor: Actor): Promise<readonly Receiver[]> {
  const { rows } = await sql<Receiver>`
    select a.id, a.display_name as name,
           jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'duties', to_jsonb(m.duties))) as at
      from account a join membership m on m.authority_id = a.authority_id and m.account_id = a.id
     where a.authority_id = ${actor.authorityId} and a.active
       and m.organisation_id = any (${[...actor.organisationIds]}::integer[])
       and m.duties && ${[...workers]}::text[]
       and (now() at time zone 'Europe/London')::date between m.since and coalesce(m.until, 'infinity')
     group by a.id, a.display_name order by a.display_name, a.id`.execute(tx)
  return rows
}

/** What was asked for and what could be given, of one kind. */
export type KindGiven = { readonly kind: string; readonly asked: number; readonly given: number }

/** Writes down that work was given; the same form sent again changes nothing. */
export async function insertGiven(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly id: string
    readonly at: string
    readonly workerId: string
    readonly kinds: readonly KindGiven[]
  },
): Promise<void> {
  await tx
    .insertInto('workGiven')
    .values({
      authorityId: of.actor.authorityId,
      id: of.id,
      givenBy: of.actor.accountId ?? '',
      givenAt: of.at,
      organisationIds: of.actor.organisationIds.filter((id) => id > 0),
      workerId: of.workerId,
      kinds: JSON.stringify(of.kinds),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type Given = {
  readonly workerId: string
  readonly worker: string
  readonly kinds: readonly KindGiven[]
}

/** What was given under an id, or undefined where nothing was yet. */
export async function findGiven(tx: Tx, id: string): Promise<Given | undefined> {
  return tx
    .selectFrom('workGiven')
    .innerJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'workGiven.authorityId')
        .onRef('account.id', '=', 'workGiven.workerId'),
    )
    .select(['workerId', 'account.displayName as worker', 'kinds'])
    .where('workGiven.id', '=', id)
    .$castTo<Given>()
    .executeTakeFirst()
}

/** The same; throws NotFound. */
export async function getGiven(tx: Tx, id: string): Promise<Given> {
  const given = await findGiven(tx, id)
  if (given === undefined) throw new NotFound('work given')
  return given
}
