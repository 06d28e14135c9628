import type { Tx } from '#platform/db/database.ts'
import { withAdded } from './added-questions.rules.ts'
import { getAddition, listAdditions } from './additions.sql.ts'
import type { AssessmentKind } from './assessment.ts'
import { addedNumber, currentForm, formOf, type AssessmentForm } from './assessment-form.ts'

/** The form of a version with what the authority had added to it then: `adult-carer-1+2`. */
export async function wholeForm(tx: Tx, version: string): Promise<AssessmentForm> {
  const form = formOf(version)
  const number = addedNumber(version)
  return number === null ? form : withAdded(form, await getAddition(tx, form.version, number))
}

/** The form in use today for a kind of carer, with what the authority adds to it. */
export async function wholeCurrentForm(
  tx: Tx,
  kind: AssessmentKind,
): Promise<AssessmentForm | null> {
  const form = currentForm(kind)
  if (form === null) return null
  const [latest] = await listAdditions(tx, form.version)
  return latest === undefined ? form : withAdded(form, latest)
}
