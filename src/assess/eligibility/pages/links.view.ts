import { govukBackLink } from '#platform/govuk/back-link.ts'
import type { Html } from '#platform/lib/html.ts'

/** Back to the assessment that a decision is made on. */
export function backToAssessment(assessmentId: string): Html {
  return govukBackLink({ text: 'Back to the assessment', href: `/assessments/${assessmentId}` })
}

/** Back to all decisions on the assessment. */
export function backToDecision({ assessmentId }: { readonly assessmentId: string }): Html {
  return govukBackLink({
    text: 'Back to the decisions on this assessment',
    href: `/assessments/${assessmentId}/decision`,
  })
}

/** Back to one determination. */
export function backTo({ id }: { readonly id: string }): Html {
  return govukBackLink({ text: 'Back to the decision', href: `/determinations/${id}` })
}
