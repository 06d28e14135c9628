import { sql, type Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Stored } from './life.rules.ts'
import type { Registration } from './registration.ts'

/** A person's time on registers, what runs first, then by its end. */
export async function listLives(tx: Tx, personId: string): Promise<readonly Registration[]> {
  return (await listRows(tx, personId)) as readonly Registration[]
}

const listRows = statement((tx, personId: string) =>
  tx
    .selectFrom('registration')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'registration.authorityId')
        .onRef('organisation.id', '=', 'registration.organisationId'),
    )
    .select([
      'registration.id',
      'registration.organisationId',
      'registration.kind',
      'registration.state',
      'registration.registeredOn',
      'registration.endedOn',
      'registration.endReason',
      'registration.version',
      'organisation.name as organisation',
    ])
    .where('registration.personId', '=', personId)
    .orderBy('registration.endedOn', (order) => order.desc().nullsFirst())
    .orderBy('registration.registeredOn', 'desc')
    .orderBy('registration.id'),
)

/** One of a person's registrations; throws NotFound where it is not theirs or may not be read. */
export async function getLife(
  tx: Tx,
  of: { readonly personId: string; readonly id: string },
): Promise<Registration> {
  const found = (await listLives(tx, of.personId)).find(({ id }) => id === of.id)
  if (found === undefined) throw new NotFound('registration')
  return found
}

/** Stores where a registration stands now; false where somebody moved it since that version was read. */
export async function updateStanding(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly state: Stored['state']
    readonly endedOn: string | null
    readonly endReason: string | null
  },
): Promise<boolean> {
  const { id, version, ...values } = of
  const { numUpdatedRows } = await tx
    .updateTable('registration')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes down that a step was taken. */
export async function insertStep(tx: Tx, step: Insertable<DB['registrationStep']>): Promise<void> {
  await tx.insertInto('registrationStep').values(step).execute()
}

/** The steps of one registration, the latest first. */
export const listSteps = statement((tx, registrationId: string) =>
  tx
    .selectFrom('registrationStep')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .orderBy('takenAt', 'desc')
    .orderBy('id', 'desc'),
)

/** The steps that left a person on a register, for the timeline: an end stands there already. */
export const listStepsOf = statement((tx, personId: string) =>
  tx
    .selectFrom('registrationStep')
    .select(['step', 'takenOn', 'takenByName', 'words', 'registrationId'])
    .where('personId', '=', personId)
    .where('toState', 'in', ['active', 'paused', 'caring_changed'])
    .orderBy('takenAt', 'desc'),
)

/** The open work of an organisation with a person, of that kind before another. */
export async function findOpenWork(
  tx: Tx,
  of: { readonly personId: string; readonly organisationId: number; readonly kind: string },
): Promise<{ readonly id: string } | undefined> {
  return tx
    .selectFrom('involvement')
    .select('id')
    .where('personId', '=', of.personId)
    .where('organisationId', '=', of.organisationId)
    .where('until', 'is', null)
    .where('kind', '!=', 'cared_for')
    .orderBy(sql`kind <> ${of.kind}`)
    .orderBy('since')
    .limit(1)
    .executeTakeFirst()
}

/** Takes up again the work that ended by mistake. */
export async function reopenWork(tx: Tx, involvementId: string): Promise<void> {
  await tx
    .updateTable('involvement')
    .set({ until: null, endReason: null })
    .where('id', '=', involvementId)
    .execute()
}

/** Keeps the day on which a person died, or takes it away again where it was a mistake. */
export async function updateDeath(
  tx: Tx,
  of: { readonly personId: string; readonly diedOn: string | null },
): Promise<void> {
  await tx
    .updateTable('person')
    .set((eb) => ({ diedOn: of.diedOn, version: eb('version', '+', 1) }))
    .where('id', '=', of.personId)
    .execute()
}
