/**
 * Which law a carer is assessed under: Care Act 2014 s.10 from 18 on, Children Act 1989 s.17ZA before,
 * s.17ZD for the parents of a disabled child. In force from 1 April 2015. Parent carers and young
 * carers are never put to the adults' eligibility test.
 */
import { ageOn, type IsoDate } from '#platform/lib/dates.ts'
import type { AssessmentKind } from './assessment.ts'

export type KnownAs = 'adult_carer' | 'parent_carer' | 'young_carer' | 'young_adult_carer' | null

export type WhichAssessment = {
  readonly kind: AssessmentKind
  readonly ref: string
  readonly reason: string
}

/** The kind of assessment for someone, by age first: a service may know a young adult by either name. */
export function whichAssessment(of: {
  readonly bornOn: IsoDate | null
  readonly knownAs: KnownAs
  readonly today: IsoDate
}): WhichAssessment {
  const age = of.bornOn === null ? null : ageOn(of.bornOn, of.today)
  const child = age === null ? of.knownAs === 'young_carer' : age < 18
  if (child) {
    return {
      kind: 'young_carer',
      ref: 'Children Act 1989 s.17ZA',
      reason: age === null ? 'Known as a young carer.' : `${age} years old, so a young carer.`,
    }
  }
  if (of.knownAs === 'parent_carer') {
    return {
      kind: 'parent_carer',
      ref: 'Children Act 1989 s.17ZD',
      reason: 'Looks after a disabled child of their own.',
    }
  }
  return {
    kind: 'adult_carer',
    ref: 'Care Act 2014 s.10',
    reason: 'An adult who looks after another adult.',
  }
}
