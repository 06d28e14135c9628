import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import type { TestHouse } from '#platform/web/testing.ts'

/** A hub with carers, and a practice some of them agreed with. */
export type PracticeTown = {
  readonly hubId: number
  readonly practiceId: number
  readonly aCarer: (of?: {
    readonly familyName?: string
    readonly conditions?: readonly string[]
    readonly practice?: string
    readonly agreed?: boolean
  }) => Promise<string>
  readonly agree: (personId: string, purposes?: readonly string[]) => Promise<void>
  readonly end: (personId: string) => Promise<void>
}

/** Makes carers of a hub as the house, registered and cared for as told, with or without an agreement. */
export function practiceTown(
  { asSystem, house }: TestHouse,
  of: { readonly hubId: number; readonly practiceId: number },
): PracticeTown {
  const authorityId = house.authority.id
  const agree = (personId: string, purposes: readonly string[] = ['identity']) =>
    asSystem(async (tx) => {
      await tx
        .insertInto('agreement')
        .values({
          authorityId,
          id: newId(),
          personId,
          organisationId: of.practiceId,
          purposes: [...purposes],
          agreedOn: '2018-01-01',
          howGiven: 'spoken',
        })
        .execute()
    })
  return {
    ...of,
    agree,
    end: (personId) =>
      asSystem(async (tx) => {
        await tx
          .updateTable('agreement')
          .set({ endedOn: '2018-04-01' })
          .where('personId', '=', personId)
          .execute()
      }),
    aCarer: async (as = {}) => {
      const id = await asSystem((tx) => insertCarer(tx, { ...as, authorityId, hubId: of.hubId }))
      if (as.agreed !== false) await agree(id)
      return id
    },
  }
}

async function insertCarer(
  tx: Tx,
  as: {
    readonly authorityId: number
    readonly hubId: number
    readonly familyName?: string
    readonly conditions?: readonly string[]
    readonly practice?: string
  },
): Promise<string> {
  const [id, { authorityId, hubId: organisationId }] = [newId(), as]
  const of = { authorityId, personId: id, organisationId, kind: 'adult_carer' }
  await tx
    .insertInto('person')
    .values({
      authorityId,
      id,
      reference: newReference(),
      givenName: 'Margaret',
      familyName: as.familyName ?? `Tolley ${id.slice(-4)}`,
      dateOfBirth: '1951-03-04',
      nhsNumber: '9990000018',
      gpPractice: as.practice ?? null,
      note: 'a secret of the record',
    })
    .execute()
  await tx
    .insertInto('involvement')
    .values({ ...of, id: newId(), since: '2017-01-01' })
    .execute()
  await tx
    .insertInto('registration')
    .values({ ...of, id: newId(), state: 'active', registeredOn: '2017-01-01' })
    .execute()
  await tx
    .insertInto('caring')
    .values({
      authorityId,
      id: newId(),
      carerId: id,
      conditions: [...(as.conditions ?? ['dementia'])],
    })
    .execute()
  return id
}
