import { govukBackLink } from '#platform/govuk/back-link.ts'
import type { Html } from '#platform/lib/html.ts'

/** Back to the carer's record. */
export function recordLink(personId: string): Html {
  return govukBackLink({ text: 'Back to the record', href: `/carers/${personId}` })
}

/** Back to a conversation. */
export function conversationLink({ id }: { readonly id: string }): Html {
  return govukBackLink({ text: 'Back to the conversation', href: `/conversations/${id}` })
}
