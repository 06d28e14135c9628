import type { TodaySource } from '#platform/room.ts'
import { fullName } from '#people/persons/person.ts'
import { findInstrument } from './instrument.ts'
import { listOpenAlerts } from './instruments.sql.ts'
import { alerted } from './who-measures.ts'
import { urgencyWords } from './words.ts'

/** Answers that raised an alert and that nobody has answered: due on the day they were given. */
export const alertsToAnswer: TodaySource = {
  kind: 'measure',
  label: 'Alerts from measures',
  may: alerted,
  list: async (tx, { limit }) => {
    const { alerts, total } = await listOpenAlerts(tx, limit)
    const items = alerts.map((alert) => ({
      kind: 'measure',
      dueOn: alert.heldOn,
      title: `Alert: ${fullName(alert)}`,
      detail: `${findInstrument(alert.instrument)?.name ?? alert.instrument}, ${urgencyWords[alert.urgency]}`,
      href: `/measures/${alert.id}`,
    }))
    return { items, total }
  },
}
