import { isoDate } from '#platform/lib/dates.ts'
import type { Assessment } from '#assess/assessments/assessment.ts'
import type { Person } from '#people/persons/person.ts'
import { carerEligibility } from './carer-eligibility.rules.ts'
import type { LetterFrom } from './decision-letter.ts'
import type { Determination } from './determination.ts'
import type { Findings } from './eligibility.ts'

const id = (last: string) => `00000000-0000-7000-8000-0000000000${last}`

export const eligibleFindings: Findings = {
  C1: true,
  C2a: true,
  outcomes: { O6: ['U1'], O8: ['U2', 'U3'] },
  C3: true,
  wellbeing: ['W_b', 'W_e'],
  evidence: {
    C1: 'You wash, lift and feed Brian.',
    C2a: 'You sleep four hours a night.',
    O6: 'You gave up your job in May.',
    C3: 'Your days have shrunk to his.',
  },
}

export const notEligibleFindings: Findings = {
  C1: false,
  evidence: { C1: 'Brian can do these things by himself.' },
}

/** What a letter is written from, decided on these findings. */
export function letterFor(findings: Findings, changed: Partial<Determination> = {}): LetterFrom {
  const { eligible, steps } = carerEligibility(findings)
  return {
    determination: { ...determination, findings, eligible, steps, ...changed },
    assessment,
    person: margaret as Person,
    organisation: {
      id: 1,
      kind: 'hub',
      name: 'Worcestershire carers’ hub',
      town: 'Worcester',
      telephone: '01632 960000',
    },
    authority: 'Worcestershire',
  }
}

const determination: Determination = {
  id: id('01'),
  assessmentId: id('02'),
  personId: id('03'),
  organisationId: 1,
  number: 1,
  kind: 'adult_carer',
  state: 'decided',
  rulesVersion: 'carer-eligibility-1',
  findings: {},
  steps: null,
  eligible: null,
  familyFindings: {},
  familySteps: null,
  answer: null,
  responsibility: { answer: 'ours', ref: 's.13(4)(b)', reason: 'Lives here.' },
  adviceReduce: null,
  advicePrevent: null,
  decidedOn: isoDate('2018-04-03'),
  decidedBy: id('04'),
  decidedByName: 'Jo Pugh',
  decidedByRole: 'Assessor',
  decidedAs: 'delegate',
  countersignedOn: null,
  countersignedBy: null,
  countersignedByName: null,
  returnedWords: null,
  sentAt: null,
  sentAs: null,
  copyOn: null,
  copiesTo: null,
  established: null,
  establishedOn: null,
  establishedByName: null,
  secondLookId: null,
  notBy: [],
  version: 2,
}

const assessment: Assessment = {
  id: id('02'),
  reference: 'ASM-7F3KM-9',
  personId: id('03'),
  organisationId: 1,
  assessorId: id('04'),
  assessorName: 'Jo Pugh',
  kind: 'adult_carer',
  method: 'home_visit',
  combined: false,
  state: 'completed',
  askedOn: isoDate('2018-03-10'),
  askedWhere: 'On the telephone',
  informationSentOn: isoDate('2018-03-12'),
  begunOn: isoDate('2018-03-20'),
  completedOn: isoDate('2018-03-28'),
  closedOn: null,
  closedReason: null,
  closedWords: null,
  combinedReference: null,
  combinedOn: null,
  combinedAuthority: null,
  combinedCarerOn: null,
  combinedCaredForOn: null,
  outcome: null,
  formVersion: 'adult-carer-1',
  fromElsewhere: false,
  version: 4,
}

const margaret: Partial<Person> = {
  id: id('03'),
  givenName: 'Margaret',
  familyName: 'Tolley',
  knownAs: 'Peg',
  address1: '4 Orchard Rise',
  address2: null,
  town: 'Malvern',
  postcode: 'WR14 2AA',
}
