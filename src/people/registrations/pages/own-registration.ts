import type { Actor } from '#platform/access/actor.ts'
import type { Duty } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import { z } from 'zod'
import { idParam } from '#people/persons/params.ts'
import type { Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import type { StepName } from '../life.rules.ts'
import { type Registration, stepsOpen } from '../registration.ts'
import { getLife } from '../registrations.sql.ts'

export const registrationParams = z.object({ id: idParam, registration: idParam })

export type Opened = {
  readonly person: Person
  readonly registration: Registration
  /** The steps that this actor may take; none where another organisation keeps the registration. */
  readonly steps: readonly StepName[]
}

/** A registration with the steps that the actor may take; throws NotFound where it may not be read. */
export async function openRegistration(
  tx: Tx,
  actor: Actor,
  of: { readonly id: string; readonly registration: string },
): Promise<Opened> {
  const person = await getPerson(tx, of.id)
  const registration = await getLife(tx, { personId: person.id, id: of.registration })
  const own = actor.organisationIds.includes(registration.organisationId)
  const duties = actor.duties.filter((duty): duty is Duty => duty !== 'system')
  const steps = own ? stepsOpen(registration, person.diedOn, duties) : []
  return { person, registration, steps }
}
