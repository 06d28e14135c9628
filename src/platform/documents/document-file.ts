import { NotFound } from '#platform/lib/errors.ts'
import type { FileReply } from '#platform/web/page.ts'
import { braille, type Grade } from './braille.ts'
import type { Document } from './document.ts'
import { easyRead } from './easy-read.ts'
import type { DocumentFormat } from './formats.ts'
import type { PrintSize } from './paper.ts'
import { pdf } from './pdf.ts'
import { plainText } from './plain-text.ts'
import { hasVoice, spoken } from './spoken.ts'

/**
 * A document as a file to send: `name` without its ending, such as `support-plan-ALG-7F3KM-9`.
 * PDFs, text and sound open in the browser, Braille is saved. Throws NotFound for a spoken one on a
 * machine without a voice.
 */
export function documentFile(
  document: Document,
  format: DocumentFormat,
  name: string,
): Promise<FileReply> {
  switch (format) {
    case 'pdf':
      return pdfFile(document, 12, name)
    case 'large-print':
      return pdfFile(document, 18, `${name}-large-print`)
    case 'giant-print':
      return pdfFile(document, 24, `${name}-giant-print`)
    case 'easy-read':
      return pdfFile(easyRead(document), 18, `${name}-easy-read`)
    case 'text':
      return textFile(document, name)
    case 'braille':
      return brailleFile(document, 'contracted', name)
    case 'braille-uncontracted':
      return brailleFile(document, 'uncontracted', `${name}-uncontracted`)
    case 'audio':
      return soundFile(document, name)
  }
}

async function pdfFile(document: Document, points: PrintSize, name: string): Promise<FileReply> {
  const body = await pdf(document, points)
  return { name: `${name}.pdf`, type: 'application/pdf', body, disposition: 'inline' }
}

async function textFile(document: Document, name: string): Promise<FileReply> {
  const body = plainText(document)
  return { name: `${name}.txt`, type: 'text/plain; charset=utf-8', body, disposition: 'inline' }
}

async function brailleFile(document: Document, grade: Grade, name: string): Promise<FileReply> {
  const body = await braille(document, grade)
  // The type that embossers and refreshable displays are registered for.
  return { name: `${name}.brf`, type: 'application/x-brf', body, disposition: 'attachment' }
}

async function soundFile(document: Document, name: string): Promise<FileReply> {
  if (!hasVoice()) throw new NotFound('voice')
  const body = await spoken(document)
  return { name: `${name}.wav`, type: 'audio/wav', body, disposition: 'inline' }
}
