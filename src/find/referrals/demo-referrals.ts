import type { AskedAtDoor } from './asked.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

// The demo's live referrals. Everybody is invented; telephones are from Ofcom's drama range.

export type DemoReferral = {
  /** What its id is made from. */
  readonly name: string
  /** The demo person who sends it or takes it down; null where the carer registers online. */
  readonly by: string | null
  readonly forOwnOrganisation: boolean
  readonly referrerName?: string
  readonly source: string
  readonly kind: CarerKind
  readonly reason: string
  readonly urgent?: boolean
  readonly agreedHow: 'spoken' | 'written' | 'online'
  readonly daysAgo: number
  /** The place in the cast of whose name and birth are told: they are on the register already. */
  readonly knownAt?: number
  readonly told: {
    readonly givenName: string
    readonly familyName: string
    readonly bornYearsAgo: number
    readonly telephone: string
    readonly address1?: string
    readonly postcode?: string
    readonly more: string
  }
  /** The door it came through, where it is not the first of its source. */
  readonly door?: string
  readonly asked?: Partial<AskedAtDoor>
  /** Whether whoever is named in `by` took it down on the telephone. */
  readonly byTelephone?: boolean
  readonly fromName?: string
  readonly referrerTelephone?: string
  readonly mayPassOn?: boolean
  /** Passed on to the charity by this person of the hub. */
  readonly passedOnBy?: string
  readonly stalled?: boolean
  readonly acceptedBy?: string
  readonly contactInDays?: number
}

export const demoReferrals: readonly DemoReferral[] = [
  {
    name: 'referral of a known carer',
    door: 'gp-practice',
    by: 'Nerys Vaughan',
    forOwnOrganisation: true,
    referrerName: 'Nerys Vaughan',
    source: 'gp_practice',
    kind: 'adult_carer',
    reason: 'emotional_support',
    agreedHow: 'spoken',
    daysAgo: 1,
    knownAt: 7,
    told: {
      givenName: '',
      familyName: '',
      bornYearsAgo: 60,
      telephone: '07700900142',
      more: 'In tears at their own appointment. Up three times a night.',
    },
  },
  {
    name: 'referral from the practice',
    door: 'gp-practice',
    by: 'Nerys Vaughan',
    forOwnOrganisation: true,
    referrerName: 'Nerys Vaughan',
    source: 'gp_practice',
    kind: 'adult_carer',
    reason: 'break',
    agreedHow: 'spoken',
    daysAgo: 4,
    told: {
      givenName: 'Maureen',
      familyName: 'Hadley',
      bornYearsAgo: 71,
      telephone: '01632960511',
      address1: '9 Crabtree Lane',
      postcode: 'B61 8PF',
      more: 'Looks after her husband, who has Parkinson’s. Best rung after ten.',
    },
    acceptedBy: 'Jo Pugh',
    contactInDays: 1,
  },
  {
    name: 'referral from the ward',
    door: 'ward',
    asked: { ward: 'Avon 2, stroke', willingAndAble: 'willing', relationship: 'parent' },
    by: 'Bola Ajayi',
    forOwnOrganisation: true,
    referrerName: 'Bola Ajayi',
    source: 'hospital',
    kind: 'adult_carer',
    reason: 'information',
    agreedHow: 'spoken',
    daysAgo: 5,
    told: {
      givenName: 'Desmond',
      familyName: 'Clarke',
      bornYearsAgo: 58,
      telephone: '07700900177',
      address1: '31 Foley Road',
      postcode: 'WR4 9DZ',
      more: 'His mother comes home from the stroke ward at the end of the week.',
    },
    acceptedBy: 'Jo Pugh',
    contactInDays: 0,
  },
  {
    name: 'registered online',
    door: 'self',
    by: null,
    forOwnOrganisation: false,
    source: 'self',
    kind: 'adult_carer',
    reason: 'benefits',
    agreedHow: 'online',
    daysAgo: 2,
    told: {
      givenName: 'Farida',
      familyName: 'Begum',
      bornYearsAgo: 44,
      telephone: '07700900123',
      more: 'I look after my brother. I had to leave work in the spring.',
    },
  },
  {
    name: 'referral from the school',
    door: 'school',
    byTelephone: true,
    fromName: 'Severnside High School',
    referrerTelephone: '01632960601',
    asked: { schoolYear: '8', parentKnows: 'yes', reachThrough: 'Sarah Mellor, head of year 8' },
    by: 'Callum Reid',
    forOwnOrganisation: false,
    referrerName: 'Sarah Mellor, head of year 8',
    source: 'school',
    kind: 'young_carer',
    reason: 'young_carer_support',
    agreedHow: 'spoken',
    daysAgo: 1,
    told: {
      givenName: 'Alfie',
      familyName: 'Weaver',
      bornYearsAgo: 13,
      telephone: '01632960466',
      more: 'Gets his sisters ready before school; his mother is ill. She has agreed too.',
    },
  },
  {
    name: 'urgent referral',
    door: 'someone-you-know',
    byTelephone: true,
    referrerTelephone: '01632960479',
    asked: { knowsThem: 'Her daughter' },
    by: 'Sam Okafor',
    forOwnOrganisation: false,
    referrerName: 'Lynne Parry, her daughter',
    source: 'family_or_friend',
    kind: 'adult_carer',
    reason: 'break',
    urgent: true,
    agreedHow: 'spoken',
    daysAgo: 0,
    told: {
      givenName: 'Joan',
      familyName: 'Parry',
      bornYearsAgo: 79,
      telephone: '01632960478',
      address1: '2 Lower Howsell Road',
      postcode: 'WR14 1EF',
      more: 'Fell on the stairs last night and cannot lift her husband any more.',
    },
  },
  {
    name: 'referral that stalled',
    by: 'Nerys Vaughan',
    forOwnOrganisation: true,
    referrerName: 'Nerys Vaughan',
    door: 'gp-practice',
    source: 'gp_practice',
    kind: 'adult_carer',
    reason: 'information',
    agreedHow: 'spoken',
    daysAgo: 12,
    stalled: true,
    told: {
      givenName: 'Raymond',
      familyName: 'Fenton',
      bornYearsAgo: 67,
      telephone: '01632960533',
      more: 'Looks after his wife, whose memory is failing.',
    },
  },
  {
    name: 'referral from the Jobcentre',
    by: null,
    forOwnOrganisation: false,
    referrerName: 'Dilys Rowe, work coach',
    fromName: 'Worcester Jobcentre',
    referrerTelephone: '01632960701',
    door: 'jobcentre',
    source: 'jobcentre',
    kind: 'adult_carer',
    reason: 'benefits',
    agreedHow: 'spoken',
    mayPassOn: true,
    asked: { work: 'left_to_care' },
    daysAgo: 6,
    told: {
      givenName: 'Tariq',
      familyName: 'Mahmood',
      bornYearsAgo: 39,
      telephone: '07700900158',
      postcode: 'WR1 2HN',
      more: 'Gave up driving a lorry to look after his father.',
    },
  },
  {
    name: 'referral passed on',
    by: 'Bola Ajayi',
    forOwnOrganisation: true,
    referrerName: 'Bola Ajayi',
    door: 'ward',
    source: 'hospital',
    kind: 'adult_carer',
    reason: 'break',
    agreedHow: 'written',
    mayPassOn: true,
    passedOnBy: 'Sam Okafor',
    asked: { ward: 'Evergreen 1', willingAndAble: 'both', relationship: 'spouse_partner' },
    daysAgo: 3,
    told: {
      givenName: 'Glenys',
      familyName: 'Postans',
      bornYearsAgo: 74,
      telephone: '01632960544',
      address1: '5 Wells Road',
      postcode: 'WR14 4PA',
      more: 'Would like somebody near Malvern.',
    },
  },
]
