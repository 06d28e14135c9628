import { govukBackLink } from '#platform/govuk/back-link.ts'
import type { Html } from '#platform/lib/html.ts'

/** The way back to the carer's record. */
export function recordLink(personId: string): Html {
  return govukBackLink({ href: `/carers/${personId}`, text: 'Back to the record' })
}

/** The way back to all that the carer answered. */
export function measuresLink(personId: string): Html {
  return govukBackLink({ href: `/carers/${personId}/measures`, text: 'Back to the measures' })
}
