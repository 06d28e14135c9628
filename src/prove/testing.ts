import type { Insertable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { testHouse } from '#platform/web/testing.ts'
import { annualReport } from './annual-report/room.ts'
import { measures } from './measures/room.ts'
import { outcomes } from './outcomes/room.ts'

export const worcestershire = knownAuthorities.find(({ code }) => code === 'worcestershire')!

/** The house itself in Worcestershire, as figures are counted. */
export const house: Actor = systemActor({
  authorityId: worcestershire.id,
  authorityCode: worcestershire.code,
  reason: 'test',
})

type Row<T extends keyof DB> = Partial<Insertable<DB[T]>>

export type Organisation = { readonly id: number; readonly name: string; readonly kind: string }

export const hub: Organisation = { id: 901, name: 'A hub', kind: 'hub' }
export const youngService: Organisation = {
  id: 902,
  name: 'A young carers’ service',
  kind: 'young_carers',
}

type In = { readonly tx: Tx; readonly organisationId: number }

const { id: authorityId } = worcestershire

async function aPerson({ tx, organisationId }: In, about: Row<'person'> = {}): Promise<string> {
  const id = newId()
  const names = { givenName: 'Margaret', familyName: 'Tolley' }
  await tx
    .insertInto('person')
    .values({ authorityId, id, reference: newReference(), ...names, ...about })
    .execute()
  const works = { personId: id, organisationId, kind: 'adult_carer', since: '2010-01-01' }
  await tx
    .insertInto('involvement')
    .values({ authorityId, id: newId(), ...works })
    .execute()
  return id
}

/** The carer whom a row is about, made where nobody is named. */
const whose = async (of: In, personId: string | null | undefined): Promise<string> =>
  personId ?? (await aPerson(of))

async function aRegistration(of: In, { personId, ...about }: Row<'registration'>): Promise<string> {
  const person = await whose(of, personId)
  const row = { organisationId: of.organisationId, kind: 'adult_carer', state: 'active' }
  await of.tx
    .insertInto('registration')
    .values({
      authorityId,
      id: newId(),
      personId: person,
      registeredOn: '2015-06-01',
      ...row,
      ...about,
    })
    .execute()
  return person
}

async function aReferral(of: In, { personId, ...about }: Row<'referral'>): Promise<void> {
  const row = { kind: 'adult_carer', source: 'self', state: 'closed' }
  const days = { receivedOn: '2017-06-01', firstContactOn: '2017-06-03' }
  await of.tx
    .insertInto('referral')
    .values({
      authorityId,
      id: newId(),
      reference: newReference('REF'),
      personId: await whose(of, personId),
      toOrganisationId: of.organisationId,
      ...row,
      ...days,
      ...about,
    })
    .execute()
}

async function anAssessment(of: In, { personId, ...about }: Row<'assessment'>): Promise<void> {
  const row = { kind: 'adult_carer', state: 'completed', completedOn: '2017-06-01' }
  await of.tx
    .insertInto('assessment')
    .values({
      authorityId,
      id: newId(),
      personId: await whose(of, personId),
      organisationId: of.organisationId,
      outcome: 'eligible',
      ...row,
      ...about,
    })
    .execute()
}

async function aPayment(of: In, { personId, ...about }: Row<'payment'>): Promise<void> {
  const what = { kind: 'one_off', basis: 'direct_payment', amountPence: 250_00 }
  const row = { purpose: 'Short break', state: 'paid', paidOn: '2017-06-01' }
  await of.tx
    .insertInto('payment')
    .values({
      authorityId,
      id: newId(),
      personId: await whose(of, personId),
      organisationId: of.organisationId,
      ...what,
      ...row,
      ...about,
    })
    .execute()
}

async function anAttendance(of: In, { personId, ...about }: Row<'attendance'>): Promise<void> {
  const row = { kind: 'course', name: 'Wellbeing', heldOn: '2017-07-01' }
  await of.tx
    .insertInto('attendance')
    .values({
      authorityId,
      id: newId(),
      personId: await whose(of, personId),
      organisationId: of.organisationId,
      ...row,
      ...about,
    })
    .execute()
}

async function aGroup({ tx, organisationId }: In, about: Row<'supportGroup'>): Promise<void> {
  const id = newId()
  await tx
    .insertInto('supportGroup')
    .values({ authorityId, id, organisationId, name: `Group ${id}`, town: 'Malvern', ...about })
    .execute()
}

/**
 * Puts single rows into the record, each right by itself; give only what the test is about. A row
 * about a carer makes the carer, whom the organisation then works with, unless `personId` says whose
 * it is.
 */
export function rowsIn(tx: Tx, { id: organisationId }: Organisation = hub) {
  const of = { tx, organisationId }
  return {
    person: (about: Row<'person'> = {}) => aPerson(of, about),
    registration: (about: Row<'registration'> = {}) => aRegistration(of, about),
    referral: (about: Row<'referral'> = {}) => aReferral(of, about),
    assessment: (about: Row<'assessment'> = {}) => anAssessment(of, about),
    payment: (about: Row<'payment'> = {}) => aPayment(of, about),
    attendance: (about: Row<'attendance'> = {}) => anAttendance(of, about),
    group: (about: Row<'supportGroup'> = {}) => aGroup(of, about),
  }
}

export type Rows = ReturnType<typeof rowsIn>

/** The two organisations that the rows are of. */
export async function withOrganisations(db: Database): Promise<void> {
  await asActor(db, house, async (tx) => {
    for (const organisation of [hub, youngService])
      await tx
        .insertInto('organisation')
        .values({ authorityId, ...organisation })
        .execute()
  })
}

/** A house with the report, the two organisations, and those who read and write it signed in. */
export async function reportHouse(options: { readonly today?: string } = {}) {
  const opened = await testHouse([measures, annualReport(measures.measures ?? [])], options)
  await withOrganisations(opened.db)
  const at = { organisation: hub.name, kind: hub.kind }
  return {
    ...opened,
    manager: await opened.signIn({ duties: ['manager'], name: 'Helen Walsh', ...at }),
    analyst: await opened.signIn({ duties: ['analyst'], name: 'Tom Bielski', ...at }),
    commissioner: await opened.signIn({ duties: ['commissioner'], ...at }),
    put: <T>(work: (rows: Rows) => Promise<T>, of: Organisation = hub): Promise<T> =>
      opened.asSystem((tx) => work(rowsIn(tx, of))),
  }
}

/** A house with the outcomes, the two organisations, and those who read them signed in. */
export async function outcomesHouse(options: { readonly today?: string } = {}) {
  const opened = await testHouse([outcomes], options)
  await withOrganisations(opened.db)
  const at = { organisation: hub.name, kind: hub.kind }
  return {
    ...opened,
    manager: await opened.signIn({ duties: ['manager'], ...at }),
    analyst: await opened.signIn({ duties: ['analyst'], ...at }),
    rows: rowsIn,
  }
}
