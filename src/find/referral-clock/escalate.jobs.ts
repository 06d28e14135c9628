import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Job, JobHouse } from '#platform/room.ts'
import { stalls } from './clock.rules.ts'
import {
  listAuthoritiesWithReferrals,
  listManagers,
  listWaiting,
  updateEscalated,
} from './stalled.sql.ts'
import { getReckoning } from './targets.sql.ts'

/**
 * Each morning: what has stalled goes on its manager's list, once, and the manager is written to.
 * Run twice, or by two at once, it does so only once.
 */
export const escalateStalled: Job = {
  queue: 'referrals.escalate',
  every: '10 6 * * *',
  run: async (house) => {
    for (const { id, code } of await listAuthoritiesWithReferrals(house.db)) {
      const reason = 'referrals that have stalled'
      const actor = systemActor({ authorityId: id, authorityCode: code, reason })
      await asActor(house.db, actor, (tx) => escalate(tx, house, id))
    }
  },
}

async function escalate(tx: Tx, house: JobHouse, authorityId: number): Promise<void> {
  const today = house.clock.today()
  const reckoning = await getReckoning(tx)
  const waiting = await listWaiting(tx, { authorityId, today })
  const ids = waiting.filter((each) => stalls(each, today, reckoning) !== null).map(({ id }) => id)
  if (ids.length === 0) return
  for (const { organisationId, count } of await updateEscalated(tx, {
    authorityId,
    ids,
    on: today,
  })) {
    for (const manager of await listManagers(tx, { authorityId, organisationId })) {
      await queueMessage(tx, {
        authorityId,
        channel: 'email',
        purpose: 'office',
        recipient: manager.email,
        accountId: manager.id,
        subject: count === 1 ? 'A referral has stalled' : `${count} referrals have stalled`,
        body: `${count === 1 ? 'One carer has' : `${count} carers have`} waited longer than we promised.\n\nThey are on your list of today: ${house.config.url}/today\n`,
      })
    }
  }
}
