import type { Answers } from './answers.ts'
import type { AssessmentForm, Section } from './assessment-form.ts'
import { missingMatters } from './missing-matters.rules.ts'
import type { SavedSection } from './sections.sql.ts'

/** A section of the form with what has been said in it so far. */
export type SectionSoFar = {
  readonly section: Section
  readonly answers: Answers
  /** 0 where nothing has been saved yet. */
  readonly version: number
  readonly saved: SavedSection | null
  readonly missing: number
}

/** Each section of the form in order, with what was saved of it. */
export function sectionsSoFar(
  form: AssessmentForm,
  saved: readonly SavedSection[],
): readonly SectionSoFar[] {
  const missing = missingMatters(form, allAnswers(saved))
  return form.sections.map((section) => {
    const own = saved.find((each) => each.section === section.id) ?? null
    return {
      section,
      answers: own?.answers ?? {},
      version: own?.version ?? 0,
      saved: own,
      missing: missing.filter((each) => each.section === section.id).length,
    }
  })
}

/** The answers of all sections in one; no two fields of a form share a name. */
export function allAnswers(saved: readonly { readonly answers: Answers }[]): Answers {
  return Object.assign({}, ...saved.map((each) => each.answers)) as Answers
}
