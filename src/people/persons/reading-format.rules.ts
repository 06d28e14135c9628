/**
 * The format in which somebody can read what we send: the Accessible Information Standard
 * (DAPB1605, before it DCB1605), in force from 1 August 2016.
 */
import type { DocumentFormat } from '#platform/documents/formats.ts'

type Choice = { readonly format: DocumentFormat; readonly arrange: string | null }

/**
 * The format for someone who reads in `asked` (a code of the list of formats), out of those that
 * are `offered`; `arrange` is what somebody must do beside, in words, where that is not enough.
 */
export function formatFor(asked: string, offered: readonly DocumentFormat[]): Choice {
  switch (asked) {
    case 'standard':
    case 'email_only':
      return { format: 'pdf', arrange: null }
    case 'large_print':
      return { format: 'large-print', arrange: null }
    case 'easy_read':
      return { format: 'easy-read', arrange: null }
    case 'braille':
      return {
        format: 'braille',
        arrange:
          'They read Braille: a display reads the file as it is; on paper it must be embossed.',
      }
    case 'audio':
      return offered.includes('audio')
        ? { format: 'audio', arrange: null }
        : { format: 'text', arrange: toArrange('audio') }
    case 'bsl':
      return { format: 'pdf', arrange: toArrange('British Sign Language') }
    default:
      return { format: 'pdf', arrange: toArrange('another format') }
  }
}

function toArrange(format: string): string {
  return `They asked for ${format}: arrange it as well, and go through it with them.`
}
