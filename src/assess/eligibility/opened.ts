import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import type { Assessment } from '#assess/assessments/assessment.ts'
import { getAssessment } from '#assess/assessments/assessments.sql.ts'
import type { Determination } from './determination.ts'
import { getDetermination } from './determinations.sql.ts'

export type OpenedDecision = {
  readonly determination: Determination
  readonly assessment: Assessment
  readonly person: Person
}

/** A determination with its assessment and its carer, noted as looked at by anyone but the carer. */
export async function openDecision(tx: Tx, actor: Actor, id: string): Promise<OpenedDecision> {
  const determination = await getDetermination(tx, id)
  const assessment = await getAssessment(tx, determination.assessmentId)
  const person = await getPerson(tx, determination.personId)
  if (actor.personId !== person.id) await noteRead(tx, actor, person.id, 'eligibility decision')
  return { determination, assessment, person }
}
