/**
 * What follows a parent carer's or young carer's assessment, and one before an eighteenth birthday:
 * Children Act 1989 s.17ZF and s.17ZC, Care Act 2014 s.60 to s.64; in force from 1 April 2015. Never
 * the adults' regulations: there is no threshold here, and each part is decided with its own reason.
 */
import {
  familyLaws,
  type FamilyAnswer,
  type FamilyFindings,
  type FamilyKind,
  type FamilyQuestion,
  type FamilyStep,
} from './family-decision.ts'
import type { Missing } from './findings.rules.ts'

/** What it came to, and the parts in the law's order up to the one that settles it. */
export type FamilyDecision = {
  /** Null while a part that has to be decided is not. */
  readonly answer: FamilyAnswer | null
  readonly steps: readonly FamilyStep[]
}

/** The parts in order, up to the first whose answer settles the decision or is not given yet. */
export function familyDecision(kind: FamilyKind, findings: FamilyFindings): FamilyDecision {
  const steps: FamilyStep[] = []
  for (const question of familyLaws[kind].questions) {
    const given = answerTo(question, findings)
    if (given === undefined) return { answer: null, steps }
    steps.push({
      id: question.id,
      ref: question.ref,
      title: question.title,
      answer: given.id,
      said: given.text,
      met: given.met,
      reason: given.reason,
      evidence: findings[question.id]?.reason?.trim() ?? '',
    })
    if (given.leads_to !== null) return { answer: given.leads_to, steps }
  }
  return { answer: null, steps }
}

/** What has still to be answered or reasoned before it can be decided, in the law's order. */
export function missingFromFamily(kind: FamilyKind, findings: FamilyFindings): readonly Missing[] {
  const { answer, steps } = familyDecision(kind, findings)
  const unreasoned = steps
    .filter(({ evidence }) => evidence === '')
    .map(({ id, title }) => ({
      field: `${id}_reason`,
      message: `Enter the reason for your answer on ${title.toLowerCase()}`,
    }))
  const next = familyLaws[kind].questions[steps.length]
  if (answer !== null || next === undefined) return unreasoned
  return [
    ...unreasoned,
    { field: next.id, message: `Select an answer on ${next.title.toLowerCase()}` },
  ]
}

function answerTo(question: FamilyQuestion, findings: FamilyFindings) {
  const given = findings[question.id]?.answer
  return question.answers.find(({ id }) => id === given)
}
