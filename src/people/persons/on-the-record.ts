import { isoDate } from '#platform/lib/dates.ts'
import type { TimelineEntry, TimelineSource } from '#platform/room.ts'
import { wordsFor } from './code-words.ts'
import { kindWords } from './involvement.ts'
import { listRegistrations, type Registration } from './involvements.sql.ts'

/** When the person came on an organisation's register, and when they left it. */
export const registrationTimeline: TimelineSource = {
  kind: 'registration',
  label: 'Register',
  list: async (tx, { personId }) => (await listRegistrations(tx, personId)).flatMap(entriesOf),
}

function entriesOf(registration: Registration): readonly TimelineEntry[] {
  const { organisation, kind, registeredOn, endedOn, endReason, referralSource } = registration
  const began: TimelineEntry = {
    on: isoDate(registeredOn),
    kind: 'registration',
    title: `Registered with ${organisation} as ${article(kindWords(kind).toLowerCase())}`,
    ...(referralSource === null
      ? {}
      : { text: `From: ${wordsFor('referral-sources', referralSource)}` }),
  }
  if (endedOn === null) return [began]
  const why = endReason === null ? {} : { text: wordsFor('close-reasons', endReason) }
  return [
    began,
    {
      on: isoDate(endedOn),
      kind: 'registration',
      title: `Left the register of ${organisation}`,
      ...why,
    },
  ]
}

const article = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
