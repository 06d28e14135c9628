import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Action } from './action.ts'

function actions(tx: Tx) {
  return (
    tx
      .selectFrom('conversationAction as action')
      .leftJoin('account', (join) =>
        join
          .onRef('account.authorityId', '=', 'action.authorityId')
          .onRef('account.id', '=', 'action.accountId'),
      )
      .select([
        'action.id',
        'action.conversationId',
        'action.personId',
        'action.what',
        'action.owner',
        'action.accountId',
        'action.byOn',
        'action.state',
        'action.endedOn',
        'action.endedWords',
        'action.withheld',
        'action.version',
      ])
      // A carer may not read colleagues' accounts, and reads the name as it was written down.
      .select(({ fn }) => fn.coalesce('account.displayName', 'action.ownerName').as('ownerName'))
      .$castTo<Action>()
  )
}

/** All that was agreed with a person, what is to do first, then by its day. */
export const listActions = statement((tx, personId: string) =>
  actions(tx)
    .where('action.personId', '=', personId)
    .orderBy((eb) => eb('action.state', '=', 'open'), 'desc')
    .orderBy('action.byOn')
    .orderBy('action.id'),
)

/** One of them; throws NotFound where the actor may read none such. */
export async function getAction(tx: Tx, id: string): Promise<Action> {
  const found = await actions(tx).where('action.id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('action')
  return found
}

export type ActionSaved = Pick<
  Action,
  'what' | 'owner' | 'accountId' | 'ownerName' | 'byOn' | 'withheld'
>

/** Writes down what was agreed; false where it is there already (the same form sent twice). */
export async function insertAction(
  tx: Tx,
  action: ActionSaved &
    Pick<Action, 'id' | 'conversationId' | 'personId'> & {
      readonly authorityId: number
      readonly organisationId: number
    },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('conversationAction')
    .values({ ...action, state: 'open' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Changes it; false where somebody changed it since that version was read. */
export async function updateAction(
  tx: Tx,
  of: ActionSaved & Pick<Action, 'id' | 'version' | 'state' | 'endedOn' | 'endedWords'>,
): Promise<boolean> {
  const { id, version, ...changes } = of
  const { numUpdatedRows } = await tx
    .updateTable('conversationAction')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ticks it off, once however often it is sent. */
export async function updateActionDone(tx: Tx, id: string, endedOn: IsoDate): Promise<void> {
  await tx
    .updateTable('conversationAction')
    .set((eb) => ({ state: 'done', endedOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

export type ActionDue = {
  readonly id: string
  readonly what: string
  readonly dueOn: IsoDate
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

/** What this worker is to do, the earliest day first; what has no day is due since the talk. */
export async function listActionsDue(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number },
): Promise<{ readonly actions: readonly ActionDue[]; readonly total: number }> {
  const { rows } = await sql<ActionDue & { readonly total: number }>`
    select a.id, a.what, coalesce(a.by_on, c.held_on) as due_on, p.given_name, p.family_name, p.known_as,
           count(*) over () as total
      from conversation_action a
      join conversation c on c.authority_id = a.authority_id and c.id = a.conversation_id
      join person p on p.authority_id = a.authority_id and p.id = a.person_id
     where a.authority_id = ${of.actor.authorityId} and a.account_id = ${of.actor.accountId} and a.state = 'open'
     order by coalesce(a.by_on, c.held_on), a.id
     limit ${of.limit}`.execute(tx)
  return { actions: rows, total: rows[0]?.total ?? 0 }
}
