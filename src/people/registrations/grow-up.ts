import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { beginWork } from '#people/persons/new-carer.ts'
import { endInvolvement } from '#people/persons/involvements.sql.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { findWorkerOf } from './growing-up.sql.ts'
import type { Registration } from './registration.ts'
import { findOpenWork, insertStep, updateStanding } from './registrations.sql.ts'

/**
 * Goes on with somebody as the kind of carer that they are by age: the old registration and work
 * end on the day, and new ones begin, so that each year's figures keep the kind of that year.
 * False where somebody moved the registration since that version was read.
 */
export async function growUp(
  tx: Tx,
  actor: Actor,
  of: {
    readonly personId: string
    readonly registration: Registration
    readonly version: number
    readonly to: CarerKind
    readonly on: IsoDate
  },
): Promise<boolean> {
  const { personId, registration, to, on } = of
  const { organisationId, kind, id, state } = registration
  const ended = { state: 'ended', endedOn: on, endReason: 'support_ended' } as const
  if (!(await updateStanding(tx, { id, version: of.version, ...ended }))) return false
  const work = await findOpenWork(tx, { personId, organisationId, kind })
  const workerId = work === undefined ? actor.accountId : await findWorkerOf(tx, work.id)
  await insertStep(tx, {
    authorityId: actor.authorityId,
    id: newId(),
    registrationId: id,
    personId,
    organisationId,
    step: 'grow_up',
    fromState: state,
    toState: 'left',
    takenOn: on,
    reason: 'support_ended',
    words: null,
    involvementId: work?.id ?? null,
    takenBy: actor.accountId,
    takenByName: actor.displayName,
  })
  await beginWork(tx, actor, { personId, organisationId, kind: to, workerId, on, source: null })
  if (work !== undefined)
    await endInvolvement(tx, { involvementId: work.id, on, reason: 'support_ended' })
  return true
}
