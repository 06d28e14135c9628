import type { Answers } from './answers.ts'
import type { AssessmentForm, Section } from './assessment-form.ts'
import { knownIn, unconfirmedMatters, type BroughtFrom } from './known.rules.ts'
import type { KnownBefore } from './known.ts'
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
  /** The fields whose answer was brought along and not confirmed, each with where it comes from. */
  readonly brought: Readonly<Record<string, BroughtFrom>>
}

/** Each section of the form in order, with what was saved of it. */
export function sectionsSoFar(
  form: AssessmentForm,
  saved: readonly SavedSection[],
): readonly SectionSoFar[] {
  const missing = [...missingMatters(form, allAnswers(saved)), ...unconfirmedMatters(form, saved)]
  return form.sections.map((section) => {
    const own = saved.find((each) => each.section === section.id) ?? null
    return {
      section,
      answers: own?.answers ?? {},
      version: own?.version ?? 0,
      saved: own,
      missing: missing.filter((each) => each.section === section.id).length,
      brought: {},
    }
  })
}

/**
 * The same, filled from what is known where nobody has saved a section yet. It stays marked until
 * it was gone through with the carer.
 */
export function withKnown(
  sections: readonly SectionSoFar[],
  {
    ownAnswers: own,
    talkAnswers: talks = {},
    lastAnswers: lastTime,
  }: Pick<KnownBefore, 'ownAnswers' | 'lastAnswers'> & Partial<Pick<KnownBefore, 'talkAnswers'>>,
): readonly SectionSoFar[] {
  return sections.map((each) => {
    const { answers, from } = knownIn(each.section, { own, talks, lastTime })
    if (each.saved === null) return { ...each, answers, brought: from }
    const { unconfirmed } = each.saved
    const brought = Object.fromEntries(
      unconfirmed.map((name) => [name, from[name] ?? 'last_time'] as const),
    )
    return { ...each, brought }
  })
}

/** The answers of all sections in one; no two fields of a form share a name. */
export function allAnswers(saved: readonly { readonly answers: Answers }[]): Answers {
  return Object.assign({}, ...saved.map((each) => each.answers)) as Answers
}
