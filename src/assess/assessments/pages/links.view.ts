import { govukBackLink } from '#platform/govuk/back-link.ts'
import type { Html } from '#platform/lib/html.ts'

/** Back from a page of an assessment to its overview. */
export function overviewLink({ id }: { readonly id: string }): Html {
  return govukBackLink({ text: 'Back to the assessment', href: `/assessments/${id}` })
}

/** Back to the carer's record. */
export function recordLink(personId: string): Html {
  return govukBackLink({ text: 'Back to the record', href: `/carers/${personId}` })
}
