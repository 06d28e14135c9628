import { addDays } from '#platform/lib/dates.ts'
import type { DemoHouse } from '#platform/room.ts'
import { asDemoPerson, demoId, withCast } from '#share/accounts/demo-actors.ts'
import { findInstrument } from './instrument.ts'
import { insertReading } from './instruments.sql.ts'
import { score, type ItemAnswers } from './score.rules.ts'

// What the lead of the demo answered to our short wellbeing check: before support, and since.
const answered: readonly (readonly [daysAgo: number, codes: readonly number[]])[] = [
  [76, [0, 1, 1, 0, 1, 3, 0]],
  [52, [1, 1, 1, 0, 1, 3, 1]],
  [10, [1, 2, 2, 2, 2, 3, 2]],
]

/** Answers of the demo's lead carer through time, written down by Priya Nair. */
export function placeDemoReadings(house: DemoHouse): Promise<void> {
  return withCast(house, async ({ lead }) => {
    const instrument = findInstrument('wellbeing-check-1')
    if (instrument === null) return
    for (const [daysAgo, codes] of answered) {
      const answers: ItemAnswers = Object.fromEntries(
        instrument.items.map(({ id }, at) => [id, codes[at] ?? 0]),
      )
      const { scales, alerts, urgency } = score(instrument, answers)
      await asDemoPerson(house, 'Priya Nair', (tx, actor) =>
        insertReading(tx, {
          authorityId: actor.authorityId,
          id: demoId(`reading ${daysAgo}`),
          personId: lead.id,
          organisationId: lead.organisationId,
          instrument: instrument.version,
          heldOn: addDays(house.clock.today(), -daysAgo),
          mode: 'with_worker',
          present: null,
          answers,
          scores: scales,
          alerts,
          urgency,
          recordedBy: actor.accountId,
          recordedByName: actor.displayName,
        }),
      )
    }
  })
}
