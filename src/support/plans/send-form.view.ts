import type { Tx } from '#platform/db/database.ts'
import { type DocumentFormat, formatNames, offeredFormats } from '#platform/documents/formats.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { whyNotTo } from '#platform/messages/messages.sql.ts'
import { choice } from '#platform/web/fields.ts'
import { form, type FormState } from '#platform/web/form.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { radiosField } from '#people/persons/fields.view.ts'
import { addressLine, fullName, type Person } from '#people/persons/person.ts'
import { formatFor } from '#people/persons/reading-format.rules.ts'
import { type Way, waysTo } from '#people/persons/ways-to-send.ts'

/** How a plan or a review goes to this carer, and in which format. */
export const sendForm = (person: Person, missing: string) =>
  form({
    way: choice(waysTo(person), missing),
    format: choice(offeredFormats(), 'Select the format'),
  })

/** What the form begins with: the best way there is, and the format in which they read. */
export function usualSending(person: Person): FormState['typed'] {
  const [way = 'by_hand'] = waysTo(person)
  return { way, format: formatFor(person.informationFormat, offeredFormats()).format }
}

/** Why it may not go to the carer this way, in words for the worker; null where it may. */
export async function whyNotSent(
  tx: Tx,
  { id: personId, authorityId }: Person,
  { way, format }: { readonly way: Way; readonly format: DocumentFormat },
): Promise<string | null> {
  if (way === 'by_hand') return null
  return whyNotTo(tx, { authorityId, personId, purpose: 'plan', channel: way, format })
}

export function sendFields(state: FormState, person: Person): Html {
  return html`${radiosField(state, { name: 'way', label: 'How?', options: waysTo(person).map((way) => [way, wayWords(way, person)] as const) })}
  ${radiosField(state, { name: 'format', label: 'In which format?', options: offeredFormats().map((format) => [format, formatNames[format]] as const) })}`
}

function wayWords(way: Way, person: Person): string {
  switch (way) {
    case 'email':
      return `By email to ${person.email}`
    case 'letter':
      return `By post to ${addressLine(person)}`
    case 'by_hand':
      return 'I hand it over on paper'
  }
}

/** What to know before something is sent to this carer. */
export function sendNotices(person: Person): Html {
  const reads = wordsFor('formats', person.informationFormat)
  const { arrange } = formatFor(person.informationFormat, offeredFormats())
  const safe =
    person.safeContact === null
      ? nothing
      : govukWarningText({ text: person.safeContact, iconFallbackText: 'Warning' })
  const made =
    arrange === null
      ? nothing
      : govukInsetText({ text: `${fullName(person)} reads best in: ${reads}. ${arrange}` })
  return html`${safe} ${made}`
}
