import type { Insertable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { knownAuthorities } from '#platform/reference/england.ts'

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

/**
 * Puts single rows into the record, each right by itself; give only what the test is about. A row
 * about a carer makes the carer, whom its organisation then works with, unless `personId` says whose
 * it is.
 */
export function rowsIn(tx: Tx, { id: organisationId }: Organisation = hub) {
  const base = { authorityId: worcestershire.id }

  const person = async (about: Row<'person'> = {}): Promise<string> => {
    const id = newId()
    const names = { givenName: 'Margaret', familyName: 'Tolley' }
    await tx
      .insertInto('person')
      .values({ ...base, id, reference: newReference(), ...names, ...about })
      .execute()
    await tx
      .insertInto('involvement')
      .values({
        ...base,
        id: newId(),
        personId: id,
        organisationId,
        kind: 'adult_carer',
        since: '2010-01-01',
      })
      .execute()
    return id
  }

  const whose = async (given: string | null | undefined): Promise<string> =>
    given ?? (await person())

  return {
    person,
    registration: async ({ personId, ...about }: Row<'registration'> = {}) => {
      const row = {
        personId: await whose(personId),
        organisationId,
        kind: 'adult_carer',
        state: 'active',
      }
      await tx
        .insertInto('registration')
        .values({ ...base, id: newId(), ...row, registeredOn: '2015-06-01', ...about })
        .execute()
      return row.personId
    },
    referral: async ({ personId, ...about }: Row<'referral'> = {}) => {
      const row = {
        personId: await whose(personId),
        toOrganisationId: organisationId,
        kind: 'adult_carer',
      }
      const reference = newReference('REF')
      const day = { receivedOn: '2017-06-01', firstContactOn: '2017-06-03' }
      await tx
        .insertInto('referral')
        .values({
          ...base,
          id: newId(),
          reference,
          ...row,
          source: 'self',
          state: 'closed',
          ...day,
          ...about,
        })
        .execute()
    },
    assessment: async ({ personId, ...about }: Row<'assessment'> = {}) => {
      const row = {
        personId: await whose(personId),
        organisationId,
        kind: 'adult_carer',
        state: 'completed',
      }
      await tx
        .insertInto('assessment')
        .values({
          ...base,
          id: newId(),
          ...row,
          completedOn: '2017-06-01',
          outcome: 'eligible',
          ...about,
        })
        .execute()
    },
    payment: async ({ personId, ...about }: Row<'payment'> = {}) => {
      const what = {
        kind: 'one_off',
        basis: 'direct_payment',
        amountPence: 250_00,
        purpose: 'Short break',
      }
      const row = {
        personId: await whose(personId),
        organisationId,
        state: 'paid',
        paidOn: '2017-06-01',
      }
      await tx
        .insertInto('payment')
        .values({ ...base, id: newId(), ...what, ...row, ...about })
        .execute()
    },
    attendance: async ({ personId, ...about }: Row<'attendance'> = {}) => {
      const row = {
        personId: await whose(personId),
        organisationId,
        kind: 'course',
        name: 'Wellbeing',
      }
      await tx
        .insertInto('attendance')
        .values({ ...base, id: newId(), ...row, heldOn: '2017-07-01', ...about })
        .execute()
    },
    group: async (about: Row<'supportGroup'> = {}) => {
      const id = newId()
      await tx
        .insertInto('supportGroup')
        .values({ ...base, id, organisationId, name: `Group ${id}`, town: 'Malvern', ...about })
        .execute()
    },
  }
}

export type Rows = ReturnType<typeof rowsIn>

/** The two organisations that the rows are of. */
export async function withOrganisations(db: Database): Promise<void> {
  await asActor(db, house, async (tx) => {
    const { id: authorityId } = worcestershire
    for (const organisation of [hub, youngService])
      await tx
        .insertInto('organisation')
        .values({ authorityId, ...organisation })
        .execute()
  })
}
