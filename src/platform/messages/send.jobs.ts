import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Job, JobHouse } from '#platform/room.ts'
import { carrierFor } from './carriers.ts'
import {
  claimMessages,
  listAttachments,
  listAuthoritiesWithMessages,
  markMessage,
  markUnsure,
  type OutgoingMessage,
  sendQueue,
  whyNotTo,
} from './messages.sql.ts'

const batch = 50
const mostTries = 6

/** Sends what waits in every authority's outbox; once a minute, and when something is written there. */
export const sendMessages: Job = {
  queue: sendQueue,
  every: '* * * * *',
  run: async (house) => {
    for (const authority of await listAuthoritiesWithMessages(house.db))
      await sendFor(house, authority)
  },
}

async function sendFor(house: JobHouse, authority: { id: number; code: string }): Promise<void> {
  const actor = systemActor({
    authorityId: authority.id,
    authorityCode: authority.code,
    reason: 'messages',
  })
  await asActor(house.db, actor, (tx) => markUnsure(tx, authority.id))
  for (;;) {
    const taken = await asActor(house.db, actor, (tx) => claimMessages(tx, authority.id, batch))
    for (const message of taken) {
      const as = await sendOne(house, actor, message)
      await asActor(house.db, actor, (tx) => markMessage(tx, message, as))
    }
    if (taken.length < batch) return
  }
}

/** A carrier's refusal is an outcome to be written down, so it is caught here and only here. */
async function sendOne(
  house: JobHouse,
  actor: ReturnType<typeof systemActor>,
  message: OutgoingMessage,
): Promise<Parameters<typeof markMessage>[2]> {
  // Once more, as somebody may have died since it was written.
  const why = await asActor(house.db, actor, (tx) => whyNotTo(tx, message))
  if (why !== null) return { state: 'stopped', fault: why }
  const carrier = carrierFor(house.config, message.channel)
  if (carrier === null) return { state: 'kept' }
  const attachments = await asActor(house.db, actor, (tx) => listAttachments(tx, message))
  try {
    await carrier(message, attachments)
    return { state: 'sent' }
  } catch (error) {
    if (message.tries >= mostTries) return { state: 'failed' }
    return {
      state: 'queued',
      waitSeconds: 30 * 2 ** message.tries,
      fault: (error as Error).message.slice(0, 300),
    }
  }
}
