import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Database } from '#platform/db/database.ts'
import { addMonths, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Job } from '#platform/room.ts'
import {
  withdrawProposals,
  forgetLooks,
  insertDisposal,
  keptLately,
  listAuthoritiesWithPeople,
  listRetentionFacts,
  type FactsOf,
} from './disposals.sql.ts'
import { dueForErasure, keepLooksSince } from './retention.rules.ts'

const atOnce = 1000

/** Each night: proposes the records that have been kept for long enough. Erases nothing. */
export const proposeDisposals: Job = {
  queue: 'data-rights.propose',
  every: '40 2 * * *',
  run: async ({ db, clock }) => {
    for (const { id, code } of await listAuthoritiesWithPeople(db))
      await proposeIn(db, { authorityId: id, authorityCode: code, today: clock.today() })
  },
}

async function proposeIn(
  db: Database,
  of: { readonly authorityId: number; readonly authorityCode: string; readonly today: IsoDate },
): Promise<void> {
  const house = systemActor({ ...of, reason: 'retention schedule' })
  const due: string[] = []
  let after: string | null = null
  for (;;) {
    const page: readonly FactsOf[] = await asActor(db, house, async (tx) => {
      const facts = await listRetentionFacts(tx, { today: of.today, after, limit: atOnce })
      for (const each of facts) {
        const rule = dueForErasure(each, of.today)
        if (rule === null) continue
        const since = addMonths(of.today, -12)
        if (await keptLately(tx, { personId: each.personId, since })) continue
        due.push(each.personId)
        await insertDisposal(tx, {
          authorityId: of.authorityId,
          id: newId(),
          personId: each.personId,
          personReference: each.reference,
          rule: rule.rule,
          because: rule.because,
          dueOn: rule.until,
          keepLooksSince: keepLooksSince(of.today),
          proposedOn: of.today,
        })
      }
      return facts
    })
    after = page.at(-1)?.personId ?? null
    if (page.length < atOnce) break
  }
  await asActor(db, house, async (tx) => {
    await withdrawProposals(tx, due)
    await forgetLooks(tx, keepLooksSince(of.today))
  })
}
