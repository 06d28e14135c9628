/**
 * Whether a referral asks for an assessment: the carer asked for one, or it is what the referral is
 * for. Care Act 2014 s.10(1) and Children Act 1989 ss.17ZA and 17ZD, in force from 1 April 2015: the
 * duty begins with the need or the asking, not with what the service does about the referral.
 */
import type { Referral } from './referral.ts'

/** Whether its clock runs from the day on which the referral came. */
export function asksForAssessment(
  referral: Pick<Referral, 'reason' | 'assessmentAskedFor'>,
): boolean {
  return referral.assessmentAskedFor || referral.reason === 'assessment'
}
