import type { Door } from './door.ts'

// Which questions each kind of referrer can answer. An e-mail address is needed at none.

const address = ['address1', 'postcode'] as const

/** The carer themself, on the telephone; online they come by the registration, one question a page. */
export const selfDoor: Door = {
  slug: 'self',
  name: 'The carer themself',
  title: 'Take down what a carer tells',
  lead: 'Somebody who looks after someone rings for themself.',
  source: 'self',
  organisationKinds: [],
  organisationWords: null,
  asks: [
    'givenName',
    'familyName',
    'dateOfBirth',
    'age',
    'telephone',
    'relationship',
    'reason',
    'more',
    'urgent',
  ],
  needs: ['givenName', 'familyName'],
  more: [...address, 'email', 'safeContact'],
  reachBy: ['telephone', 'address1', 'email'],
}

/** The doors through which somebody refers another. */
export const doors: readonly Door[] = [
  {
    slug: 'someone-you-know',
    name: 'Family, a friend or a neighbour',
    title: 'Tell us about someone who looks after someone',
    lead: 'Talk with them first: we ring them, and they decide.',
    source: 'family_or_friend',
    organisationKinds: [],
    organisationWords: null,
    asks: ['givenName', 'familyName', 'telephone', 'knowsThem', 'more', 'urgent'],
    needs: ['givenName', 'familyName', 'knowsThem'],
    more: ['age', ...address, 'safeContact'],
    reachBy: ['telephone', 'address1'],
  },
  {
    slug: 'gp-practice',
    name: 'A GP practice',
    title: 'Yellow card',
    lead: 'For GP practices. Four things about the carer, and what they agreed to.',
    source: 'gp_practice',
    organisationKinds: ['gp_practice'],
    organisationWords: 'Your practice',
    asks: ['givenName', 'familyName', 'dateOfBirth', 'telephone'],
    needs: ['givenName', 'familyName', 'dateOfBirth'],
    more: [...address, 'more', 'urgent'],
    reachBy: ['telephone', 'address1'],
  },
  {
    slug: 'ward',
    name: 'A hospital ward',
    title: 'Refer a carer from a ward',
    lead: 'For whoever will care for a patient who goes home.',
    source: 'hospital',
    organisationKinds: ['hospital'],
    organisationWords: 'Your hospital',
    asks: [
      'ward',
      'givenName',
      'familyName',
      'telephone',
      'relationship',
      'dischargeOn',
      'willingAndAble',
    ],
    needs: ['ward', 'givenName', 'familyName', 'willingAndAble'],
    more: ['age', ...address, 'more', 'urgent'],
    reachBy: ['telephone', 'address1'],
  },
  {
    slug: 'school',
    name: 'A school or college',
    title: 'Refer a young carer from school',
    lead: 'For a pupil who helps to look after someone at home. They need not have told anybody at home.',
    source: 'school',
    organisationKinds: ['school'],
    organisationWords: 'Your school or college',
    asks: [
      'givenName',
      'familyName',
      'dateOfBirth',
      'age',
      'schoolYear',
      'parentKnows',
      'reachThrough',
      'more',
    ],
    needs: ['givenName', 'familyName', 'parentKnows', 'reachThrough'],
    more: ['telephone', ...address, 'safeContact', 'urgent'],
    reachBy: ['reachThrough'],
  },
  {
    slug: 'social-worker',
    name: 'A social worker',
    title: 'Refer a carer from social care',
    lead: 'For social workers and others of the council.',
    source: 'social_worker',
    organisationKinds: ['council'],
    organisationWords: 'Your team',
    asks: [
      'givenName',
      'familyName',
      'dateOfBirth',
      'age',
      'telephone',
      ...address,
      'kind',
      'reason',
      'more',
      'urgent',
    ],
    needs: ['givenName', 'familyName', 'kind'],
    more: ['email', 'relationship', 'theirReference', 'safeContact'],
    reachBy: ['telephone', 'address1', 'email'],
  },
  {
    slug: 'jobcentre',
    name: 'A Jobcentre',
    title: 'Refer a carer from a Jobcentre',
    lead: 'For work coaches, about somebody who looks after someone and needs work, time or money.',
    source: 'jobcentre',
    organisationKinds: ['jobcentre'],
    organisationWords: 'Your Jobcentre',
    asks: ['givenName', 'familyName', 'dateOfBirth', 'telephone', 'work', 'more'],
    needs: ['givenName', 'familyName', 'work'],
    more: ['age', ...address, 'email', 'reason', 'urgent'],
    reachBy: ['telephone', 'address1', 'email'],
  },
  {
    slug: 'charity',
    name: 'A charity or another organisation',
    title: 'Refer a carer',
    lead: 'For anyone who looks after someone unpaid, at any age. It takes about two minutes.',
    source: 'charity',
    organisationKinds: ['charity', 'hub', 'young_carers', 'employer'],
    organisationWords: 'Your organisation',
    asks: ['givenName', 'familyName', 'dateOfBirth', 'age', 'telephone', 'kind'],
    needs: ['givenName', 'familyName', 'kind'],
    more: [...address, 'email', 'reason', 'more', 'safeContact', 'urgent'],
    reachBy: ['telephone', 'address1', 'email'],
  },
]

/** The door that people of an organisation of this kind come in by. */
export function doorOfOrganisation(kind: string): Door {
  const found = doors.find(({ organisationKinds }) => organisationKinds.includes(kind))
  if (found === undefined) throw new Error(`there is no door for a ${kind}`)
  return found
}

/** A door by its name in the address; undefined where there is none. */
export function doorNamed(slug: string): Door | undefined {
  return [selfDoor, ...doors].find((door) => door.slug === slug)
}
