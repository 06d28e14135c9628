import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { addDays, inWords, isoDate } from '#platform/lib/dates.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Job, JobHouse } from '#platform/room.ts'
import { spokenName } from '#people/persons/person.ts'
import {
  claimRunningOut,
  listAuthoritiesWithEnds,
  updateReminded,
  type RunningOut,
} from './reminders.sql.ts'
import { reminderWay } from './reminder-way.rules.ts'

const daysBefore = 28

/** Each morning: whoever's agreement runs out within four weeks hears of it, once, in a way that is safe. */
export const remindOfEnds: Job = {
  queue: 'agreements.remind',
  every: '20 9 * * *',
  run: async (house) => {
    const by = addDays(house.clock.today(), daysBefore)
    for (const { id, code } of await listAuthoritiesWithEnds(house.db, by)) {
      const reason = 'agreements that run out'
      const actor = systemActor({ authorityId: id, authorityCode: code, reason })
      await asActor(house.db, actor, (tx) => remind(tx, house, id))
    }
  },
}

async function remind(tx: Tx, house: JobHouse, authorityId: number): Promise<void> {
  const today = house.clock.today()
  const of = { authorityId, from: today, to: addDays(today, daysBefore) }
  for (const agreement of await claimRunningOut(tx, of)) {
    const told = reminderWay(agreement)
    if (told.way === 'message') {
      const { channel, recipient } = told
      const { personId } = agreement
      const to = { authorityId, personId, channel, recipient, purpose: 'reminder' } as const
      await queueMessage(tx, {
        ...to,
        subject: 'What you agreed to share',
        body: words(agreement, house),
      })
    }
    const by = told.way === 'message' ? 'message' : 'worker'
    if (told.way !== 'nobody') await updateReminded(tx, { id: agreement.id, on: today, by })
  }
}

// Neither says that anybody is a carer: others may read the message.
function words(agreement: RunningOut, { config }: JobHouse): string {
  const { organisation, until } = agreement
  return `Hello ${spokenName(agreement)},

You agreed that ${organisation} may know some of what you told us. That ends on ${inWords(isoDate(until))}.

If you want it to go on, choose so here: ${config.url}/my/sharing
If you do nothing, it ends by itself.
`
}
