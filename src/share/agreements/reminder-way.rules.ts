// How a carer is told, without being asked again, that an agreement runs out: only in a way they
// agreed to and can read. Accessible Information Standard DAPB1605 (meet); where they told us how to
// reach them without harm, a person reads that first and no machine writes.

import type { Person } from '#people/persons/person.ts'

type Reached = Pick<
  Person,
  | 'diedOn'
  | 'safeContact'
  | 'informationFormat'
  | 'language'
  | 'mayEmail'
  | 'email'
  | 'mayText'
  | 'mobilePhone'
>

export type ReminderWay =
  | { readonly way: 'message'; readonly channel: 'email' | 'text'; readonly recipient: string }
  | { readonly way: 'worker'; readonly because: string }
  | { readonly way: 'nobody' }

const readable = ['standard', 'email_only', 'large_print']

/** A message, else a worker who says it, with the reason; nobody where the carer has died. */
export function reminderWay(person: Reached): ReminderWay {
  if (person.diedOn !== null) return { way: 'nobody' }
  if (person.safeContact !== null) return { way: 'worker', because: person.safeContact }
  if (!readable.includes(person.informationFormat))
    return { way: 'worker', because: 'They read in another format than a message has' }
  if (person.language !== null && !/^english$/i.test(person.language))
    return { way: 'worker', because: `They speak ${person.language}` }
  if (person.mayEmail === true && person.email !== null)
    return { way: 'message', channel: 'email', recipient: person.email }
  if (person.mayText === true && person.mobilePhone !== null)
    return { way: 'message', channel: 'text', recipient: person.mobilePhone }
  return { way: 'worker', because: 'They did not agree to email or texts' }
}
