import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { isOpen, type Assessment } from './assessment.ts'
import type { AssessmentForm, Section } from './assessment-form.ts'
import { listAssessments } from './assessments.sql.ts'
import { listOwnWords, type OwnWords } from './own-words.sql.ts'
import { wholeCurrentForm, wholeForm } from './whole-form.ts'

export type MyAssessment = {
  readonly assessment: Assessment
  readonly form: AssessmentForm
  /** The sections that the carer can write at home. */
  readonly sections: readonly Section[]
  readonly own: readonly OwnWords[]
}

/** The carer's own assessment while it is open, with its form; throws NotFound where none is. */
export async function openMyAssessment(tx: Tx, personId: string): Promise<MyAssessment> {
  const all = await listAssessments(tx, personId)
  const assessment = all.find(({ state }) => isOpen(state))
  if (assessment === undefined) throw new NotFound('open assessment')
  const { formVersion, kind } = assessment
  const form =
    formVersion === null ? await wholeCurrentForm(tx, kind) : await wholeForm(tx, formVersion)
  if (form === null) throw new NotFound('assessment form')
  const sections = form.sections.filter(({ by }) => by !== 'worker')
  return { assessment, form, sections, own: await listOwnWords(tx, assessment.id) }
}
