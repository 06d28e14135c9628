import { z } from 'zod'
import parentFile from '../../../data/law/parent-carers-decision-1.json' with { type: 'json' }
import transitionFile from '../../../data/law/transition-result-1.json' with { type: 'json' }
import youngFile from '../../../data/law/young-carers-decision-1.json' with { type: 'json' }

/** The carers who are decided on by other laws than the adults' regulations. */
export const familyKinds = ['parent_carer', 'young_carer', 'transition'] as const
export type FamilyKind = (typeof familyKinds)[number]

/** What a decision came to: a key of its law's `outcomes`. */
export const familyAnswers = [
  'support',
  'no_needs',
  'not_by_services',
  'not_provided',
  'likely',
  'not_likely',
] as const
export type FamilyAnswer = (typeof familyAnswers)[number]

const answer = z.object({
  id: z.string(),
  text: z.string(),
  /** Where the law stops asking; null where the next question follows. */
  leads_to: z.enum(familyAnswers).nullable(),
  met: z.boolean(),
  reason: z.string(),
  letter: z.string(),
  easy: z.string(),
})

const question = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  question: z.string(),
  hint: z.string(),
  answers: z.array(answer),
})

const outcome = z.object({
  text: z.string(),
  heading: z.string(),
  short: z.string(),
  /** One of data/codes/assessment-outcomes.json. */
  outcome: z.string(),
  next: z.string(),
})

const lawSchema = z.object({
  version: z.string(),
  kind: z.enum(familyKinds),
  source: z.string(),
  in_force_from: z.iso.date(),
  to_check: z.array(z.object({ what: z.string(), noted_on: z.iso.date() })),
  /** As a sentence names it. */
  law: z.string(),
  questions: z.array(question),
  outcomes: z.partialRecord(z.enum(familyAnswers), outcome),
})

export type FamilyLaw = z.output<typeof lawSchema>
export type FamilyQuestion = z.output<typeof question>

/** Each law's questions as data: Children Act 1989 s.17ZF and s.17ZC, Care Act 2014 s.60 to s.64. */
export const familyLaws: Readonly<Record<FamilyKind, FamilyLaw>> = {
  parent_carer: lawSchema.parse(parentFile),
  young_carer: lawSchema.parse(youngFile),
  transition: lawSchema.parse(transitionFile),
}

/** What was answered to each question, and why; what comes after an answer that ends it may be absent. */
export type FamilyFindings = Readonly<
  Record<string, { readonly answer?: string; readonly reason?: string }>
>

/** One part of the decision: what was answered, by which paragraph, and why. */
export type FamilyStep = {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly answer: string
  /** The answer as the form says it. */
  readonly said: string
  readonly met: boolean
  readonly reason: string
  readonly evidence: string
}

/** What the answer of a decision means, in its law's words; throws where the law has no such answer. */
export function outcomeIn(kind: FamilyKind, came: FamilyAnswer) {
  const found = familyLaws[kind].outcomes[came]
  if (found === undefined) throw new Error(`${kind} cannot come to ${came}`)
  return found
}
