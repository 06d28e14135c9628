import { optionalText, optionalWhole, text, whole } from '#platform/web/fields.ts'
import { optionalPhone } from '#people/persons/person-fields.ts'
import type { Door } from './door.ts'

const organisationNumber = { min: 1, max: 2_000_000_000 }

/** Somebody signed in, who speaks for an organisation of theirs. */
export const signedInSender = () => ({
  sender: whole('Select who is sending this', {
    ...organisationNumber,
    words: 'Select who is sending this',
  }),
})

/**
 * A visitor: a name, and a number on which to hear of it. They speak for no organisation that we know,
 * so where they work is words and opens nothing.
 */
export const visitingSender = (door: Door) => ({
  senderName: text('Enter your name', 100),
  senderOrganisation:
    door.organisationWords === null ? optionalText(150) : text('Enter where you work', 150),
  senderTelephone: optionalPhone(),
})

/** Whoever rings the hub, as its worker takes it down: a known organisation, or one in words. */
export const ringingSender = (door: Door) => ({
  senderName: door.source === 'self' ? optionalText(100) : text('Enter who is ringing', 100),
  organisation: optionalWhole({ ...organisationNumber, words: 'Select one of the organisations' }),
  senderOrganisation: optionalText(150),
  senderTelephone: optionalPhone(),
})
