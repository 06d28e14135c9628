import type { Channel, ContactOutcome } from '#find/contacts/contact.ts'

// A few days of a hub's life, told by days before today, so that a demo's day has work in it.
// Every word is invented.

export type DemoContact = {
  /** Which of the worker's carers, by their place in the list. */
  readonly carer: number
  readonly daysAgo: number
  readonly time: string
  readonly channel: Channel
  readonly direction: 'in' | 'out'
  readonly outcome: ContactOutcome
  readonly minutes: number | null
  readonly words: string
  readonly promise: { readonly words: string; readonly inDays: number } | null
}

export const demoContacts: readonly DemoContact[] = [
  {
    carer: 0,
    daysAgo: 12,
    time: '10:10',
    channel: 'phone',
    direction: 'out',
    outcome: 'spoke',
    minutes: 25,
    words:
      'First long talk since the summer. The nights are the worst of it; the days are bearable while the club is on.',
    promise: { words: 'Ring about the sitting service', inDays: -2 },
  },
  {
    carer: 0,
    daysAgo: 1,
    time: '09:05',
    channel: 'phone',
    direction: 'in',
    outcome: 'spoke',
    minutes: 12,
    words: '“I have not slept since Tuesday. What happens if I am taken ill?”',
    promise: { words: 'Send the form for an emergency plan', inDays: 0 },
  },
  {
    carer: 1,
    daysAgo: 6,
    time: '15:20',
    channel: 'drop_in',
    direction: 'in',
    outcome: 'information_given',
    minutes: 15,
    words: 'Came by about Attendance Allowance. Went through the form together and took it home.',
    promise: { words: 'Ask whether the Attendance Allowance form went off', inDays: -1 },
  },
  {
    carer: 2,
    daysAgo: 3,
    time: '11:45',
    channel: 'phone',
    direction: 'out',
    outcome: 'no_answer',
    minutes: null,
    words: '',
    promise: { words: 'Try again, in the morning', inDays: 0 },
  },
  {
    carer: 3,
    daysAgo: 5,
    time: '14:00',
    channel: 'visit',
    direction: 'out',
    outcome: 'spoke',
    minutes: 60,
    words:
      'Visit at home. Proud of how well they manage together; would like one afternoon a week for the choir.',
    promise: { words: 'Find out about transport to the Thursday choir', inDays: 4 },
  },
  {
    carer: 4,
    daysAgo: 20,
    time: '16:30',
    channel: 'email',
    direction: 'in',
    outcome: 'information_given',
    minutes: null,
    words: 'Asked for the newsletter in large print. Changed, and told so.',
    promise: null,
  },
]

/** How many carers of the register each worker of the demo is the named worker of. */
export const demoCaseloads: Readonly<Record<string, number>> = {
  'Jo Pugh': 58,
  'Sam Okafor': 11,
  'Priya Nair': 6,
  'Callum Reid': 9,
}
