import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'

/** How people are in touch, with the words for it. */
export const channelWords = {
  phone: 'Phone',
  visit: 'Visit',
  drop_in: 'Drop-in',
  clinic: 'Clinic',
  video: 'Video call',
  email: 'Email',
  text: 'Text message',
  letter: 'Letter',
  web: 'Web form',
} as const

export type Channel = keyof typeof channelWords

/** The same as part of a sentence to the carer: `to log a phone call with you`. */
export const channelNouns: Readonly<Record<Channel, string>> = {
  phone: 'a phone call',
  visit: 'a visit',
  drop_in: 'a drop-in',
  clinic: 'a clinic',
  video: 'a video call',
  email: 'an email',
  text: 'a text message',
  letter: 'a letter',
  web: 'a message',
}

export const channels = Object.keys(channelWords) as [Channel, ...Channel[]]

/** What came of a contact; `talked` where the carer was talked with, which stops waiting for a first talk. */
export const contactOutcomes = {
  spoke: { words: 'Talked with them', talked: true },
  information_given: { words: 'Gave information or advice', talked: true },
  left_message: { words: 'Left a message', talked: false },
  no_answer: { words: 'No answer', talked: false },
  sent: { words: 'Sent something', talked: false },
} as const

export type ContactOutcome = keyof typeof contactOutcomes

export const outcomes = Object.keys(contactOutcomes) as [ContactOutcome, ...ContactOutcome[]]

/** A contact, and the promise made in it if one was. */
export type Contact = Omit<Selectable<DB['contact']>, 'readers'> & {
  readonly by: string | null
  readonly promisedBy: string | null
}

/** `Phone, 12 minutes`; what came in is told apart from what went out. */
export function contactTitle({
  channel,
  direction,
  minutes,
}: Pick<Contact, 'channel' | 'direction' | 'minutes'>): string {
  const words = channelWords[channel as Channel] ?? channel
  const length = minutes === null ? '' : `, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return `${words} ${direction === 'in' ? 'from them' : 'to them'}${length}`
}

/** Whether the carer was talked with. */
export function talkedWith({ outcome }: Pick<Contact, 'outcome'>): boolean {
  return outcome !== null && contactOutcomes[outcome as ContactOutcome]?.talked === true
}
