import type { Tx } from '#platform/db/database.ts'
import type { Assessment } from './assessment.ts'
import type { AssessmentForm } from './assessment-form.ts'
import { allAnswers } from './section-state.ts'
import { listSections } from './sections.sql.ts'
import { childHelps } from './young-carer-referral.rules.ts'
import { listNamedChildren } from './young-carers.sql.ts'

/** Whether a child was said to help and none has been named: then their page comes next. */
export async function hasUnsettledChild(
  tx: Tx,
  { id }: Assessment,
  form: AssessmentForm,
): Promise<boolean> {
  if (!childHelps(form, allAnswers(await listSections(tx, id)))) return false
  return (await listNamedChildren(tx, id)).length === 0
}
