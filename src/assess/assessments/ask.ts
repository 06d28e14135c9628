import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newReference } from '#platform/lib/reference.ts'
import type { AssessmentKind } from './assessment.ts'
import {
  findInvolvement,
  findOpenAssessment,
  insertAssessment,
  updateAskedOn,
} from './assessments.sql.ts'

/**
 * Starts the clock of an assessment, wherever the carer asks for it. Someone who waits for one
 * already goes on waiting for that one, from the day on which they first asked. Gives its id.
 */
export async function askForAssessment(
  tx: Tx,
  asked: {
    readonly actor: Actor
    readonly id: string
    readonly personId: string
    readonly kind: AssessmentKind
    readonly on: IsoDate
    /** Where or how it was said: `In conversation 1`, `On the telephone`. */
    readonly where: string
  },
): Promise<string> {
  const { actor, id, personId, kind } = asked
  const waiting = await findOpenAssessment(tx, personId, kind)
  if (waiting !== undefined) {
    if (waiting.askedOn === null || asked.on < waiting.askedOn)
      await updateAskedOn(tx, waiting.id, asked.on)
    return waiting.id
  }
  await insertAssessment(tx, {
    authorityId: actor.authorityId,
    id,
    reference: newReference('ASM'),
    personId,
    organisationId: await assessingOrganisation(tx, actor, personId),
    kind,
    state: 'asked',
    askedOn: asked.on,
    askedWhere: asked.where,
  })
  return id
}

/** The organisation that works with the carer, one's own where several do. */
export async function assessingOrganisation(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<number> {
  const involvement = await findInvolvement(tx, personId, actor.organisationIds)
  const own = actor.organisationIds[0]
  if (
    involvement !== undefined &&
    (own === undefined || actor.organisationIds.includes(involvement.organisationId))
  )
    return involvement.organisationId
  const organisationId = own ?? involvement?.organisationId
  if (organisationId === undefined) throw new Error('An assessment needs an organisation to do it')
  return organisationId
}
