import type { Tx } from '#platform/db/database.ts'
import { after, type Assessment, type AssessmentAction } from './assessment.ts'
import { updateState, type StepChanges } from './assessments.sql.ts'

/**
 * Takes a step of the state table. False where it cannot be taken from the state in which the
 * assessment is, or was taken by somebody else meanwhile.
 */
export async function takeStep(
  tx: Tx,
  { id, state }: Pick<Assessment, 'id' | 'state'>,
  action: AssessmentAction,
  changes: StepChanges,
): Promise<boolean> {
  const to = after(state, action)
  return to !== null && (await updateState(tx, { id, from: state, to, changes }))
}
