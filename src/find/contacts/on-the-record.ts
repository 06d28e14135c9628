import { londonDay, isoDate } from '#platform/lib/dates.ts'
import type { ClockSource } from '#platform/clock-source.ts'
import type {} from '#platform/clock-source.ts'
import type { RecordPanel, TimelineEntry, TimelineSource } from '#platform/room.ts'
import {
  contactOutcomes,
  contactTitle,
  talkedWith,
  type Contact,
  type ContactOutcome,
} from './contact.ts'
import { listContacts, listPromisesTo } from './contacts.sql.ts'
import { promisesView } from './promises.view.ts'

/** What was promised to the carer and is not kept yet. */
export const promises: RecordPanel = {
  id: 'promises',
  side: 'events',
  order: 10,
  show: async (tx, { personId, today }) => {
    const open = (await listPromisesTo(tx, personId)).flatMap((contact) =>
      contact.followUpOn === null ? [] : [{ ...contact, dueOn: isoDate(contact.followUpOn) }],
    )
    return open.length === 0 ? null : { title: 'Promised', body: promisesView(open, today) }
  },
}

/** Every contact, in its place on the timeline. */
export const contactTimeline: TimelineSource = {
  kind: 'contact',
  label: 'Contacts',
  list: async (tx, { personId }) => (await listContacts(tx, personId)).map(asEntry),
}

function asEntry(contact: Contact): TimelineEntry {
  const outcome = contactOutcomes[contact.outcome as ContactOutcome]?.words.toLowerCase()
  const title = contactTitle(contact)
  const asked = contact.assessmentAskedFor ? 'Asked for an assessment: its clock runs.' : ''
  const text = [contact.words, asked].filter((part) => part !== '').join('\n')
  return {
    on: londonDay(contact.at),
    at: contact.at,
    kind: 'contact',
    title: outcome === undefined || talkedWith(contact) ? title : `${title}: ${outcome}`,
    ...(text === '' ? {} : { text }),
    href: `/contacts/${contact.id}`,
    ...(contact.by === null ? {} : { by: contact.by }),
  }
}

/** The carer was talked with. */
export const talkedClock: ClockSource = {
  step: 'talked',
  list: async (tx, { personId }) =>
    (await listContacts(tx, personId)).filter(talkedWith).map(({ at }) => ({ on: londonDay(at) })),
}
