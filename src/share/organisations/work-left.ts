import type { Tx } from '#platform/db/database.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { WorkInHand } from '#platform/room.ts'
import type { Context } from '#platform/web/page.ts'
import type { Account } from '#share/accounts/account.ts'
import { listManagersOfLeaver } from './leavers.sql.ts'

export type WorkLeft = { readonly kind: string; readonly label: string; readonly total: number }

/** What a person has in hand of every kind, as the rooms hand it over; kinds without any are left out. */
export async function workLeft(
  tx: Tx,
  kinds: readonly WorkInHand[],
  of: { readonly authorityId: number; readonly id: string },
): Promise<readonly WorkLeft[]> {
  const left: WorkLeft[] = []
  for (const { kind, label, list } of kinds) {
    const { total } = await list(tx, {
      authorityId: of.authorityId,
      accountId: of.id,
      limit: 0,
    })
    if (total > 0) left.push({ kind, label, total })
  }
  return left
}

/** Tells the managers of the organisations where somebody worked until today that they left. */
export async function tellManagers(context: Context, leaver: Account): Promise<void> {
  const { authorityId } = leaver
  await context.asSystem('somebody left', async (tx) => {
    const today = context.clock.today()
    for (const manager of await listManagersOfLeaver(tx, {
      authorityId,
      accountId: leaver.id,
      today,
    }))
      await queueMessage(tx, {
        authorityId,
        channel: 'email',
        purpose: 'office',
        recipient: manager.email,
        accountId: manager.id,
        subject: `${leaver.displayName} has left`,
        body: `The account of ${leaver.displayName} was closed today.

See what they had in hand, and give it to others: ${context.config.url}/team/leavers/${leaver.id}`,
      })
  })
}
