import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { caseworkers } from './caseworkers.ts'

/** Who works with the person, open involvements first, then by their end. */
export const listInvolvements = statement((tx, personId: string) =>
  tx
    .selectFrom('involvement')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'involvement.authorityId')
        .onRef('organisation.id', '=', 'involvement.organisationId'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'involvement.authorityId')
        .onRef('account.id', '=', 'involvement.workerId'),
    )
    .select([
      'involvement.id',
      'involvement.organisationId',
      'involvement.kind',
      'involvement.workerId',
      'involvement.since',
      'involvement.until',
      'involvement.endReason',
      'organisation.name as organisation',
      'account.displayName as worker',
    ])
    .where('involvement.personId', '=', personId)
    .orderBy('involvement.until', (order) => order.desc().nullsFirst())
    .orderBy('involvement.since', 'desc'),
)

/** Opens an involvement; what is there already stays as it is. */
export async function insertInvolvement(
  tx: Tx,
  involvement: Insertable<DB['involvement']>,
): Promise<void> {
  await tx
    .insertInto('involvement')
    .values(involvement)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertRegistration(
  tx: Tx,
  registration: Insertable<DB['registration']>,
): Promise<void> {
  await tx
    .insertInto('registration')
    .values(registration)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type Registration = Pick<
  Selectable<DB['registration']>,
  'kind' | 'registeredOn' | 'endedOn' | 'endReason' | 'referralSource'
> & { readonly organisation: string }

/** A person's time on registers, the newest first. */
export const listRegistrations = statement((tx, personId: string) =>
  tx
    .selectFrom('registration')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'registration.authorityId')
        .onRef('organisation.id', '=', 'registration.organisationId'),
    )
    .select([
      'registration.kind',
      'registration.registeredOn',
      'registration.endedOn',
      'registration.endReason',
      'registration.referralSource',
      'organisation.name as organisation',
    ])
    .where('registration.personId', '=', personId)
    .orderBy('registration.registeredOn', 'desc'),
)

/** Gives an open involvement its named worker, or none. */
export async function updateWorker(
  tx: Tx,
  of: { readonly involvementId: string; readonly workerId: string | null },
): Promise<void> {
  await tx
    .updateTable('involvement')
    .set({ workerId: of.workerId })
    .where('id', '=', of.involvementId)
    .where('until', 'is', null)
    .execute()
}

/** Ends an involvement on a day, with the code of its reason (`close-reasons`). */
export async function endInvolvement(
  tx: Tx,
  of: { readonly involvementId: string; readonly on: IsoDate; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('involvement')
    .set({ until: of.on, endReason: of.reason })
    .where('id', '=', of.involvementId)
    .where('until', 'is', null)
    .execute()
}

/** Takes a person off an organisation's register from a day, with the code of the reason. */
export async function endRegistrations(
  tx: Tx,
  of: {
    readonly personId: string
    readonly organisationId: number
    readonly on: IsoDate
    readonly reason: string
  },
): Promise<void> {
  await tx
    .updateTable('registration')
    .set((eb) => ({
      state: 'ended',
      endedOn: of.on,
      endReason: of.reason,
      version: eb('version', '+', 1),
    }))
    .where('personId', '=', of.personId)
    .where('organisationId', '=', of.organisationId)
    .where('state', '!=', 'ended')
    .where('registeredOn', '<=', of.on)
    .execute()
}

/** People who may be someone's named worker at an organisation: they hold a duty that works with records. */
export function listWorkers(
  tx: Tx,
  organisationIds: readonly number[],
): Promise<{ id: string; name: string }[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  return (
    tx
      .selectFrom('membership')
      .innerJoin('account', (join) =>
        join
          .onRef('account.authorityId', '=', 'membership.authorityId')
          .onRef('account.id', '=', 'membership.accountId'),
      )
      .select(['account.id', 'account.displayName as name'])
      .distinct()
      .where('membership.organisationId', 'in', organisationIds)
      .where(sql<boolean>`membership.duties && ${[...caseworkers]}::text[]`)
      // Duties may have a last day: until then, people work here.
      .where(
        sql<boolean>`(now() at time zone 'Europe/London')::date between membership.since and coalesce(membership.until, 'infinity')`,
      )
      .where('account.active', '=', true)
      .orderBy('account.displayName')
      .execute()
  )
}

/** How many carers have this worker as their named worker today. */
export async function countCarersOf(tx: Tx, workerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('involvement')
    .select(({ fn }) => fn.count<number>('personId').distinct().as('count'))
    .where('workerId', '=', workerId)
    .where('until', 'is', null)
    .where('kind', '!=', 'cared_for')
    .executeTakeFirstOrThrow()
  return count
}
