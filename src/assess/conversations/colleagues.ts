import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { listWorkers } from '#people/persons/involvements.sql.ts'
import type { Action } from './action.ts'
import type { Colleague } from './agreed-form.ts'

/** Who may take something on: the actor, their colleagues, and whoever has it already. */
export async function colleaguesOf(
  tx: Tx,
  actor: Actor,
  action?: Action,
): Promise<readonly Colleague[]> {
  const all = [...(await listWorkers(tx, actor.organisationIds))]
  const also = [
    { id: actor.accountId, name: actor.displayName },
    { id: action?.accountId ?? null, name: action?.ownerName ?? 'Somebody' },
  ]
  for (const { id, name } of also)
    if (id !== null && !all.some((each) => each.id === id)) all.push({ id, name })
  return all
}
