import type { Duty } from '#platform/access/duties.ts'

// The organisations and people of the demo county. Everybody is invented; the practice, the trust and
// the council are real places whose codes referrals carry. Telephones are from Ofcom's drama range.

export type DemoOrganisation = {
  readonly kind:
    | 'hub'
    | 'young_carers'
    | 'council'
    | 'gp_practice'
    | 'hospital'
    | 'charity'
    | 'school'
  readonly name: string
  readonly code: string | null
  readonly town: string
  readonly telephone: string
}

export const demoOrganisations = {
  hub: {
    kind: 'hub',
    name: "Worcestershire Carers' Hub",
    code: null,
    town: 'Worcester',
    telephone: '01632 960100',
  },
  youngCarers: {
    kind: 'young_carers',
    name: 'Worcestershire Young Carers',
    code: null,
    town: 'Worcester',
    telephone: '01632 960110',
  },
  council: {
    kind: 'council',
    name: 'Worcestershire County Council',
    code: 'E10000034',
    town: 'Worcester',
    telephone: '01632 960200',
  },
  practice: {
    kind: 'gp_practice',
    name: 'Davenal House Surgery Partnership',
    code: 'M81069',
    town: 'Bromsgrove',
    telephone: '01632 960300',
  },
  hospital: {
    kind: 'hospital',
    name: 'Worcestershire Royal Hospital',
    code: 'RWP',
    town: 'Worcester',
    telephone: '01632 960400',
  },
  circle: {
    kind: 'charity',
    name: 'Malvern Hills Carers’ Circle',
    code: null,
    town: 'Malvern',
    telephone: '01632 960500',
  },
  school: {
    kind: 'school',
    name: 'Severnside High School',
    code: null,
    town: 'Worcester',
    telephone: '01632 960600',
  },
} as const satisfies Record<string, DemoOrganisation>

export type DemoPerson = {
  readonly name: string
  readonly email: string
  readonly at: keyof typeof demoOrganisations
  readonly duties: readonly Duty[]
  /** What this person comes to do, for the page that lists them. */
  readonly comesTo: string
}

export const demoPeople: readonly DemoPerson[] = [
  {
    name: 'Jo Pugh',
    email: 'jo.pugh@hub.example',
    at: 'hub',
    duties: ['adviser'],
    comesTo: 'See who needs what today, take referrals, talk with carers',
  },
  {
    name: 'Sam Okafor',
    email: 'sam.okafor@hub.example',
    at: 'hub',
    duties: ['adviser'],
    comesTo: 'The same, with carers of their own',
  },
  {
    name: 'Priya Nair',
    email: 'priya.nair@hub.example',
    at: 'hub',
    duties: ['assessor'],
    comesTo: 'Assess carers, decide on eligibility, plan and review support',
  },
  {
    name: 'Callum Reid',
    email: 'callum.reid@youngcarers.example',
    at: 'youngCarers',
    duties: ['key_worker'],
    comesTo: 'Work with young carers and their families',
  },
  {
    name: 'Helen Walsh',
    email: 'helen.walsh@hub.example',
    at: 'hub',
    duties: ['manager'],
    comesTo: 'Look after the team and its figures, import the register',
  },
  {
    name: 'David Amphlett',
    email: 'david.amphlett@council.example',
    at: 'council',
    duties: ['council_practitioner'],
    comesTo: 'Work with carers for whom the council is responsible',
  },
  {
    name: 'Ruth Adeyemi',
    email: 'ruth.adeyemi@council.example',
    at: 'council',
    duties: ['safeguarding_lead'],
    comesTo: 'Read what is restricted, and who looked',
  },
  {
    name: 'Margaret Hollis',
    email: 'margaret.hollis@council.example',
    at: 'council',
    duties: ['commissioner'],
    comesTo: 'See what the strategy achieves, without anyone’s record',
  },
  {
    name: 'Tom Bielski',
    email: 'tom.bielski@council.example',
    at: 'council',
    duties: ['analyst'],
    comesTo: 'Write the annual report and trace its figures',
  },
  {
    name: 'Aisha Khan',
    email: 'aisha.khan@hub.example',
    at: 'hub',
    duties: ['administrator'],
    comesTo: 'Keep accounts and settings, without anyone’s record',
  },
  {
    name: 'Nerys Vaughan',
    email: 'nerys.vaughan@practice.example',
    at: 'practice',
    duties: ['referrer'],
    comesTo: 'Refer carers from a GP practice and hear what came of it',
  },
  {
    name: 'Bola Ajayi',
    email: 'bola.ajayi@hospital.example',
    at: 'hospital',
    duties: ['referrer'],
    comesTo: 'Refer carers from a hospital ward',
  },
  {
    name: 'Owen Price',
    email: 'owen.price@council.example',
    at: 'council',
    duties: ['administrator'],
    comesTo: 'Agree to what a second administrator must see, and say what the council delegates',
  },
  {
    name: 'Gwen Morris',
    email: 'gwen.morris@circle.example',
    at: 'circle',
    duties: ['adviser'],
    comesTo: 'Take what the hub passes on, at a charity of one district',
  },
  {
    name: 'Sarah Mellor',
    email: 'sarah.mellor@school.example',
    at: 'school',
    duties: ['referrer'],
    comesTo: 'Refer young carers from a school',
  },
]
