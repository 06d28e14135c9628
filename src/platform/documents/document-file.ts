import type { FileReply } from '#platform/web/page.ts'
import type { Document } from './document.ts'
import { pdf } from './pdf.ts'
import { plainText } from './plain-text.ts'

/** The forms in which anybody may have a document, by what they are called in its address. */
export const documentFormats = ['pdf', 'large-print', 'giant-print', 'text'] as const
export type DocumentFormat = (typeof documentFormats)[number]

const points = { pdf: 12, 'large-print': 18, 'giant-print': 24 } as const

/**
 * A document as a file to send: `name` without its ending, such as `support-plan-ALG-7F3KM-9`.
 * PDFs open in the browser, text too.
 */
export async function documentFile(
  document: Document,
  format: DocumentFormat,
  name: string,
): Promise<FileReply> {
  if (format === 'text') {
    const body = plainText(document)
    return { name: `${name}.txt`, type: 'text/plain; charset=utf-8', body, disposition: 'inline' }
  }
  const body = await pdf(document, points[format])
  const ending = format === 'pdf' ? '' : `-${format}`
  return { name: `${name}${ending}.pdf`, type: 'application/pdf', body, disposition: 'inline' }
}
