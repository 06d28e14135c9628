import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Job, JobHouse } from '#platform/room.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { listAuthoritiesWithReferrals, listManagers } from '../referral-clock/stalled.sql.ts'
import { getEveryReckoning } from '../referral-clock/targets.sql.ts'
import { insertStalled, listOrganisationIds, quietSteps } from './stalled.sql.ts'

/**
 * Each morning: steps of the pathway that are past their day go on their manager's list, once, and
 * the manager is written to. Run twice, or by two at once, it does so only once. Referrals without
 * an answer and first talks have a job of their own.
 */
export function escalateSteps(among: readonly WaitingSource[]): Job {
  return {
    queue: 'pathway.escalate',
    every: '20 6 * * *',
    run: async (house) => {
      for (const { id, code } of await listAuthoritiesWithReferrals(house.db)) {
        const reason = 'steps of a pathway that have stalled'
        const actor = systemActor({ authorityId: id, authorityCode: code, reason })
        await asActor(house.db, actor, async (tx) => {
          const organisationIds = await listOrganisationIds(tx, id)
          const of = { actor: { ...actor, organisationIds }, today: house.clock.today(), among }
          const reckoning = await getEveryReckoning(tx)
          for (const anew of await insertStalled(tx, {
            ...of,
            sources: quietSteps(among),
            reckoning,
          }))
            await writeToManagers(tx, house, { authorityId: id, ...anew })
        })
      }
    },
  }
}

async function writeToManagers(
  tx: Tx,
  house: JobHouse,
  of: { readonly authorityId: number; readonly organisationId: number; readonly count: number },
): Promise<void> {
  const { authorityId, organisationId, count } = of
  for (const manager of await listManagers(tx, { authorityId, organisationId })) {
    await queueMessage(tx, {
      authorityId,
      channel: 'email',
      purpose: 'office',
      recipient: manager.email,
      accountId: manager.id,
      subject:
        count === 1
          ? 'A carer waits longer than promised'
          : `${count} carers wait longer than promised`,
      body: `${count === 1 ? 'One step of a carer’s support has' : `${count} steps of carers’ support have`} passed the day by which we promised it.\n\nThey are on your list of today: ${house.config.url}/today\n`,
    })
  }
}
