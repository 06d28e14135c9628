import type { CarerKind } from '#people/persons/involvement.ts'
import type { Channel, ContactOutcome } from '#find/contacts/contact.ts'

// A few days of a hub's life, told by days before today, so that a demo's day has work in it.
// Everybody is invented; telephones are from Ofcom's drama range.

export type DemoReferral = {
  readonly sender: 'nerys.vaughan@practice.example' | 'bola.ajayi@hospital.example'
  readonly daysAgo: number
  readonly kind: CarerKind
  readonly urgent: boolean
  readonly givenName: string
  readonly familyName: string
  readonly born: string | null
  readonly age: number | null
  readonly telephone: string
  readonly reason: string
  readonly more: string | null
}

export const demoReferrals: readonly DemoReferral[] = [
  {
    sender: 'nerys.vaughan@practice.example',
    daysAgo: 9,
    kind: 'adult_carer',
    urgent: false,
    givenName: 'Derek',
    familyName: 'Holloway',
    born: '1951-03-17',
    age: null,
    telephone: '01632960511',
    reason: 'information',
    more: 'Looks after his wife since her stroke. Wonders what help there is with lifting.',
  },
  {
    sender: 'bola.ajayi@hospital.example',
    daysAgo: 2,
    kind: 'adult_carer',
    urgent: true,
    givenName: 'Susan',
    familyName: 'Brightwell',
    born: '1963-09-02',
    age: null,
    telephone: '07700900514',
    reason: 'break',
    more: 'Her father goes home from ward 5 this week. She works full time and says she cannot do the nights as well.',
  },
  {
    sender: 'nerys.vaughan@practice.example',
    daysAgo: 1,
    kind: 'parent_carer',
    urgent: false,
    givenName: 'Asha',
    familyName: 'Pattani',
    born: null,
    age: 38,
    telephone: '07700900523',
    reason: 'emotional_support',
    more: null,
  },
  {
    sender: 'nerys.vaughan@practice.example',
    daysAgo: 3,
    kind: 'young_carer',
    urgent: false,
    givenName: 'Kieran',
    familyName: 'Loxley',
    born: null,
    age: 13,
    telephone: '07700900537',
    reason: 'young_carer_support',
    more: 'Mum has MS. He does the shopping and gets his sister to school. Please ring mum first, after four.',
  },
]

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
    words:
      '“I have not slept since Tuesday.” Wants to know what happens if she is taken ill herself.',
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
export const demoCaseloads = {
  'jo.pugh@hub.example': 14,
  'sam.okafor@hub.example': 11,
  'priya.nair@hub.example': 6,
  'callum.reid@youngcarers.example': 9,
} as const
