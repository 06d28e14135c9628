import type { DocumentFormat } from '#platform/documents/document-file.ts'

/** The formats in which a plan leaves the house, by what they are called on a page. */
export const sendFormats: Record<DocumentFormat, string> = {
  pdf: 'PDF',
  'large-print': 'Large print PDF, 18 point',
  'giant-print': 'Giant print PDF, 24 point',
  text: 'Plain text, for screen readers',
}

/** NHS Accessible Information Standard (DCB1605): what comes closest to how someone reads. */
const closest: Readonly<
  Record<string, { readonly format: DocumentFormat; readonly exact: boolean }>
> = {
  standard: { format: 'pdf', exact: true },
  email_only: { format: 'pdf', exact: true },
  large_print: { format: 'large-print', exact: true },
  audio: { format: 'text', exact: false },
  braille: { format: 'text', exact: false },
}

/** The format for someone who reads in `reads`, and whether it is what they asked for. */
export function formatFor(reads: string): {
  readonly format: DocumentFormat
  readonly exact: boolean
} {
  return closest[reads] ?? { format: 'pdf', exact: false }
}

/** A format as stored on a plan, in words; `by_hand` where it was handed over on paper. */
export function formatWords(sentAs: string | null): string {
  if (sentAs === 'by_hand') return 'handed over on paper'
  return (sendFormats[sentAs as DocumentFormat] ?? sendFormats.pdf).replace(
    /^[A-Z](?=[a-z])/,
    (letter) => letter.toLowerCase(),
  )
}
