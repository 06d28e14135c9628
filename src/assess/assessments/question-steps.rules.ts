/**
 * A form one question a page: each page has a question that is asked of everyone and whatever hangs on
 * its answer. It is saved into its section, so that whoever writes by sections finds it there.
 */
import { fieldsOf, type Answers } from './answers.ts'
import type { AssessmentForm, Question, Section } from './assessment-form.ts'
import { stillUnconfirmed } from './known.rules.ts'
import type { SectionSoFar } from './section-state.ts'

export type QuestionStep = {
  /** The question's name, which is the page's. */
  readonly id: string
  /** The section with that question alone. */
  readonly part: Section
}

/** The pages of a form in their order. */
export function questionSteps(form: Pick<AssessmentForm, 'sections'>): readonly QuestionStep[] {
  return form.sections.flatMap((section) =>
    section.questions
      .filter(({ when }) => when === undefined)
      .map((question) => ({
        id: question.id,
        part: { ...section, questions: withFollowers(question, section) },
      })),
  )
}

function withFollowers(question: Question, section: Section): Question[] {
  const followers = section.questions.filter(({ when }) => when?.question === question.id)
  return [question, ...followers.flatMap((follower) => withFollowers(follower, section))]
}

/** The first page of a section; null where it asks nothing. */
export function firstStepOf(section: Section): string | null {
  return section.questions.find(({ when }) => when === undefined)?.id ?? null
}

export type Place = {
  readonly step: QuestionStep
  readonly before: string | null
  readonly after: string | null
  /** From 1. */
  readonly number: number
  readonly total: number
}

/** Where a page stands among the others; null where there is none of that name. */
export function placeOfStep(steps: readonly QuestionStep[], id: string): Place | null {
  const at = steps.findIndex((each) => each.id === id)
  const step = steps[at]
  if (step === undefined) return null
  return {
    step,
    before: steps[at - 1]?.id ?? null,
    after: steps[at + 1]?.id ?? null,
    number: at + 1,
    total: steps.length,
  }
}

/** What of a section's answers is a page's own. */
export function answersIn(part: Section, answers: Answers): Answers {
  const names = new Set(fieldNames(part))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)))
}

/**
 * A section as it is to be saved after one of its pages was: the other pages' answers stay as they
 * are, those that were brought along and not gone through stay marked.
 */
export function mergedInto(
  { answers, brought }: Pick<SectionSoFar, 'answers' | 'brought'>,
  of: { readonly part: Section; readonly typed: Answers; readonly confirmed: boolean },
): { readonly answers: Answers; readonly unconfirmed: readonly string[] } {
  const own = new Set(fieldNames(of.part))
  const others = Object.entries(answers).filter(([name]) => !own.has(name))
  const marked = Object.keys(brought)
  return {
    answers: { ...Object.fromEntries(others), ...of.typed },
    unconfirmed: [
      ...marked.filter((name) => !own.has(name)),
      ...stillUnconfirmed({
        brought: marked.filter((name) => own.has(name)),
        before: answers,
        after: of.typed,
        confirmed: of.confirmed,
      }),
    ],
  }
}

const fieldNames = (part: Section): readonly string[] =>
  part.questions.flatMap((question) => fieldsOf(question)).map(({ name }) => name)
