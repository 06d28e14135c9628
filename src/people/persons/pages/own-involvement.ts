import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Involvement } from '../involvement.ts'
import { listInvolvements } from '../involvements.sql.ts'
import { idParam } from '../params.ts'
import type { Person } from '../person.ts'
import { getPerson } from '../persons.sql.ts'

export const involvementParams = z.object({ id: idParam, involvement: idParam })

export type OwnInvolvement = { readonly person: Person; readonly involvement: Involvement }

/** A person and their open involvement with an organisation of the actor's; throws NotFound otherwise. */
export async function getOwnInvolvement(
  tx: Tx,
  actor: Actor,
  params: { readonly id: string; readonly involvement: string },
): Promise<OwnInvolvement> {
  const person = await getPerson(tx, params.id)
  const involvement = (await listInvolvements(tx, person.id)).find(
    ({ id, until, organisationId }) =>
      id === params.involvement && until === null && actor.organisationIds.includes(organisationId),
  )
  if (involvement === undefined) throw new NotFound('involvement')
  return { person, involvement }
}
