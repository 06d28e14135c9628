import { offeredFormats, type DocumentFormat } from '#platform/documents/formats.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { whyNotTo } from '#platform/messages/messages.sql.ts'
import type { Person } from '#people/persons/person.ts'
import { formatFor } from '#people/persons/reading-format.rules.ts'
import { choice, optionalDay } from '#platform/web/fields.ts'
import { dayTyped, type FormState } from '#platform/web/form.ts'
import { sendingWays, whyNotBy, type SendingWay } from './sending.rules.ts'

/** How a letter reaches the carer, in which format, and when they have a copy. */
export function sendingFields(today: IsoDate) {
  return {
    way: choice(sendingWays, 'Select how the carer gets it'),
    format: choice(offeredFormats(), 'Select the format'),
    copy_on: optionalDay('The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
    }),
  }
}

/** The fields as they begin: the first way that is open, the format that the carer reads, today. */
export function sendingTyped(person: Person, today: IsoDate): FormState['typed'] {
  const way = sendingWays.find((each) => whyNotBy(each, person) === null) ?? 'by_hand'
  const { format } = formatFor(person.informationFormat, offeredFormats())
  return { way, format, ...dayTyped('copy_on', today) }
}

/** Why it cannot go to this person that way in that format, in words; null where it can. */
export async function whyNotSent(
  tx: Tx,
  of: { readonly person: Person; readonly way: SendingWay; readonly format: DocumentFormat },
): Promise<string | null> {
  const { person, way, format } = of
  const unreachable = whyNotBy(way, person)
  if (unreachable !== null || way === 'by_hand') return unreachable
  const channel = way === 'email' ? 'email' : 'letter'
  const { id: personId, authorityId } = person
  return whyNotTo(tx, { authorityId, personId, purpose: 'decision', channel, format })
}
