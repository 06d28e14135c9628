import { z } from 'zod'
import carerEligibilityFile from '../../../data/law/carer-eligibility-1.json' with { type: 'json' }
import wellbeingFile from '../../../data/law/wellbeing-1.json' with { type: 'json' }
import type { AssessmentKind } from '#assess/assessments/assessment.ts'
import { familyLaws } from './family-decision.ts'
import { conditionIds, domainIds, limbIds, outcomeIds } from './eligibility.ts'

const inForce = { version: z.string(), source: z.string(), in_force_from: z.iso.date() }

const carerEligibilityLaw = z.object({
  ...inForce,
  conditions: z.array(
    z.object({
      id: z.enum(conditionIds),
      ref: z.string(),
      title: z.string(),
      question: z.string(),
      hint: z.string(),
      met: z.string(),
      not_met: z.string(),
      letter_met: z.string(),
      letter_not_met: z.string(),
      letter_easy: z.string(),
    }),
  ),
  health: z.object({
    id: z.literal('C2a'),
    ref: z.string(),
    title: z.string(),
    question: z.string(),
    met: z.string(),
    not_met: z.string(),
    letter_met: z.string(),
  }),
  outcomes: z.array(
    z.object({
      id: z.enum(outcomeIds),
      ref: z.string(),
      title: z.string(),
      about: z.string(),
      letter: z.string(),
    }),
  ),
  limbs: z.array(
    z.object({
      id: z.enum(limbIds),
      ref: z.string(),
      title: z.string(),
      reason: z.string(),
      letter: z.string(),
    }),
  ),
  fluctuating: z.object({ ref: z.string(), hint: z.string() }),
})

const wellbeingLaw = z.object({
  ...inForce,
  domains: z.array(
    z.object({ id: z.enum(domainIds), ref: z.string(), title: z.string(), letter: z.string() }),
  ),
})

/** Regulation 3 of SI 2015/313 as data, in force from 1 April 2015. */
export const carerEligibilityData = carerEligibilityLaw.parse(carerEligibilityFile)

/** The nine parts of wellbeing of Care Act 2014 s.1(2). */
export const wellbeingData = wellbeingLaw.parse(wellbeingFile)

/** By which law a kind of carer is decided on: its version, and its name as a sentence has it. */
export function rulesFor(kind: AssessmentKind): { readonly version: string; readonly law: string } {
  if (kind !== 'adult_carer') return familyLaws[kind]
  const law = 'regulation 3 of the Care and Support (Eligibility Criteria) Regulations 2015'
  return { version: carerEligibilityData.version, law }
}

/** The entry of a list of the law by its id; the lists hold every id, which a test checks. */
export function entry<T extends { readonly id: string }>(list: readonly T[], id: T['id']): T {
  const found = list.find((item) => item.id === id)
  if (found === undefined) throw new Error(`The law's data has no ${id}`)
  return found
}
