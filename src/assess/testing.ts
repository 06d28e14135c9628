import type { Actor } from '#platform/access/actor.ts'
import { asActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import type { Room } from '#platform/room.ts'
import { testHouse, type TestHouse } from '#platform/web/testing.ts'
import { insertDelegation } from '#share/organisations/delegation.sql.ts'
import { wholeAnswers } from './assessments/answers.fixture.ts'
import type { AssessmentKind } from './assessments/assessment.ts'
import { formOf } from './assessments/assessment-form.ts'
import { getAssessment, insertAssessment, updateState } from './assessments/assessments.sql.ts'
import { insertSection } from './assessments/sections.sql.ts'

const form = formOf('adult-carer-1')

/** A house with these rooms, two assessors of one hub, a council practitioner, and carers to assess. */
export async function assessHouse(rooms: readonly Room[], options: { today?: string } = {}) {
  const house = await testHouse(rooms, options)
  const jo = await house.signIn({ duties: ['assessor'], name: 'Jo Pugh' })
  const sam = await house.signIn({ duties: ['assessor'], name: 'Sam Okafor' })
  const council = await house.signIn({
    duties: ['council_practitioner'],
    name: 'Pat Lane',
    organisation: 'Worcestershire County Council',
    kind: 'council',
  })
  const by = jo.actor
  return {
    ...house,
    jo,
    sam,
    council,
    as: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => asActor(house.db, actor, work),
    aCarer: (about: AboutCarer = {}) => aCarer(house, by, about),
    anAssessment: (personId: string, state: 'asked' | 'begun' | 'completed') =>
      asActor(house.db, by, (tx) => anAssessment(tx, by, personId, state)),
    /** One that was asked for, of any kind of carer. */
    anAssessmentOf: (personId: string, kind: AssessmentKind) =>
      asActor(house.db, by, (tx) => anAssessment(tx, by, personId, 'asked', kind)),
    /** Answers everything that a begun assessment asks. */
    answerAll: (id: string) => asActor(house.db, by, (tx) => answerAll(tx, by, id)),
    /** The council delegates the decision to the hub. */
    delegateTo: (organisationIds: readonly number[]) => delegateTo(house, organisationIds),
  }
}

export type AboutCarer = {
  readonly bornOn?: string
  readonly kind?: 'adult_carer' | 'parent_carer' | 'young_carer' | 'young_adult_carer'
  readonly format?: string
  readonly email?: string | null
  /** The district of the adult they look after; null where nobody knows. */
  readonly caredForIn?: string | null
}

/** A carer of the assessor's hub, and the husband they look after. */
async function aCarer(house: TestHouse, by: Actor, about: AboutCarer): Promise<string> {
  const { authorityId } = by
  const person = (id: string, givenName: string, districtCode: string | null) => ({
    authorityId,
    id,
    reference: newReference(),
    givenName,
    familyName: 'Tolley',
    districtCode,
  })
  const carerId = newId()
  const husbandId = newId()
  const organisationId = by.organisationIds[0]!
  await asActor(house.db, by, async (tx) => {
    await tx
      .insertInto('person')
      .values([
        {
          ...person(carerId, 'Margaret', 'E07000235'),
          dateOfBirth: about.bornOn ?? '1947-02-11',
          email: about.email === undefined ? 'margaret@example.org' : about.email,
          address1: '4 Orchard Rise',
          town: 'Malvern',
          postcode: 'WR14 2AA',
          informationFormat: about.format ?? 'standard',
        },
      ])
      .execute()
    await tx
      .insertInto('person')
      .values(
        person(husbandId, 'Brian', about.caredForIn === undefined ? 'E07000235' : about.caredForIn),
      )
      .execute()
    await tx
      .insertInto('involvement')
      .values({
        authorityId,
        id: newId(),
        personId: carerId,
        organisationId,
        kind: about.kind ?? 'adult_carer',
        workerId: by.accountId,
        since: '2018-01-10',
      })
      .execute()
    await tx
      .insertInto('caring')
      .values({ authorityId, id: newId(), carerId, caredForId: husbandId })
      .execute()
  })
  return carerId
}

/** An assessment in a state; what is completed has an answer to everything. */
async function anAssessment(
  tx: Tx,
  by: Actor,
  personId: string,
  state: 'asked' | 'begun' | 'completed',
  kind: AssessmentKind = 'adult_carer',
): Promise<string> {
  const id = newId()
  const begun = state !== 'asked'
  await insertAssessment(tx, {
    authorityId: by.authorityId,
    id,
    reference: newReference('ASM'),
    personId,
    organisationId: by.organisationIds[0]!,
    kind,
    state: begun ? 'begun' : 'asked',
    askedOn: '2018-03-10',
    ...(begun
      ? { begunOn: '2018-03-12', formVersion: form.version, assessorId: by.accountId }
      : {}),
  })
  if (state !== 'completed') return id
  await answerAll(tx, by, id)
  const completedOn = isoDate('2018-03-28')
  await updateState(tx, { id, from: 'begun', to: 'completed', changes: { completedOn } })
  return id
}

async function answerAll(tx: Tx, by: Actor, id: string): Promise<void> {
  const { personId, formVersion } = await getAssessment(tx, id)
  for (const [section, answers] of Object.entries(wholeAnswers(formOf(formVersion ?? '')))) {
    await insertSection(tx, {
      authorityId: by.authorityId,
      id: newId(),
      assessmentId: id,
      personId,
      section,
      answers,
      savedBy: by.accountId,
      savedByName: by.displayName,
    })
  }
}

function delegateTo({ asSystem, house }: TestHouse, organisationIds: readonly number[]) {
  const { id: authorityId } = house.authority
  return asSystem(async (tx) => {
    for (const organisationId of organisationIds)
      await insertDelegation(tx, {
        authorityId,
        id: newId(),
        organisationId,
        since: isoDate('2015-04-01'),
        until: null,
        reason: 'The contract',
      })
  })
}
