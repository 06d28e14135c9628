import { formatNames, type DocumentFormat } from '#platform/documents/formats.ts'

/** A format as stored on a plan, in words; `by_hand` where it was handed over on paper. */
export function formatWords(sentAs: string | null): string {
  if (sentAs === 'by_hand') return 'handed over on paper'
  return (formatNames[sentAs as DocumentFormat] ?? formatNames.pdf).replace(
    /^[A-Z](?=[a-z])/,
    (letter) => letter.toLowerCase(),
  )
}
