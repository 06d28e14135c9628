import { newId } from '#platform/lib/ids.ts'
import type { AskForAssessment } from '#platform/room.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { askForAssessment } from './ask.ts'
import { whichFor } from './which-for.ts'

/** Asks for the assessment that the law has for this carer, from any page on which they may say so. */
export const startAssessment: AskForAssessment = async (tx, { actor, personId, on, where }) => {
  const person = await getPerson(tx, personId)
  const { kind } = await whichFor(tx, { person, among: actor.organisationIds, today: on })
  await askForAssessment(tx, { actor, id: newId(), personId, kind, on, where })
}
