/**
 * How a decision reaches the carer: in the format they can read (Accessible Information Standard,
 * DCB1605) and by a way they have agreed to be reached. Care Act 2014 s.13(2): in writing.
 */
import type { DocumentFormat } from '#platform/documents/document-file.ts'
import type { Person } from '#people/persons/person.ts'

export const sendingWays = ['email', 'post', 'by_hand'] as const
export type SendingWay = (typeof sendingWays)[number]

export const wayNames: Readonly<Record<SendingWay, string>> = {
  email: 'By email',
  post: 'By post',
  by_hand: 'By hand',
}

export const formatNames: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'in standard print',
  'large-print': 'in large print',
  'giant-print': 'in very large print',
  text: 'as plain text',
}

/** The format that comes nearest to the one the carer asked for, and what is still to be arranged. */
export function formatFor(asked: string): {
  readonly format: DocumentFormat
  readonly arrange: string | null
} {
  switch (asked) {
    case 'standard':
    case 'email_only':
      return { format: 'pdf', arrange: null }
    case 'large_print':
      return { format: 'large-print', arrange: null }
    case 'audio':
    case 'braille':
      return { format: 'text', arrange: arranged(asked === 'audio' ? 'audio' : 'Braille') }
    case 'easy_read':
      return { format: 'large-print', arrange: arranged('easy read') }
    case 'bsl':
      return { format: 'pdf', arrange: arranged('British Sign Language') }
    default:
      return { format: 'pdf', arrange: arranged('another format') }
  }
}

function arranged(format: string): string {
  return `The carer asked for ${format}: arrange it as well, and go through the letter with them.`
}

type Reachable = Pick<Person, 'email' | 'mayEmail' | 'address1' | 'postcode' | 'mayPost'>

/** Why a way cannot be used for this carer, in words; null where it can. */
export function whyNotBy(way: SendingWay, person: Reachable): string | null {
  switch (way) {
    case 'email':
      if (person.email === null) return 'There is no email address on the record'
      return person.mayEmail === false ? 'The carer does not want email' : null
    case 'post':
      if (person.address1 === null || person.postcode === null)
        return 'There is no whole postal address on the record'
      return person.mayPost === false ? 'The carer does not want post' : null
    case 'by_hand':
      return null
  }
}
