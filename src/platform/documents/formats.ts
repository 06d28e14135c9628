import { html, join, type Html } from '#platform/lib/html.ts'
import { hasVoice } from './spoken.ts'

/** The forms in which anybody may have a document, by what they are called in its address. */
export const documentFormats = [
  'pdf',
  'large-print',
  'giant-print',
  'easy-read',
  'text',
  'braille',
  'braille-uncontracted',
  'audio',
] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** Those that this machine can make: all, but a spoken one only where it has a voice. */
export function offeredFormats(): readonly DocumentFormat[] {
  return documentFormats.filter((format) => format !== 'audio' || hasVoice())
}

/** What a format is, for somebody who chooses one. */
export const formatNames: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'PDF',
  'large-print': 'Large print PDF, 18 point',
  'giant-print': 'Giant print PDF, 24 point',
  'easy-read': 'Easy read PDF, short sentences with pictures',
  text: 'Plain text, for screen readers',
  braille: 'Braille file, contracted (grade 2)',
  'braille-uncontracted': 'Braille file, letter by letter (grade 1)',
  audio: 'Spoken, a sound file',
}

const inFewWords: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'PDF',
  'large-print': 'large print',
  'giant-print': 'very large print',
  'easy-read': 'easy read',
  text: 'plain text',
  braille: 'Braille',
  'braille-uncontracted': 'uncontracted Braille',
  audio: 'spoken',
}

/** Links to a document in each format there is: `base` is its address without the format. */
export function formatLinks(base: string): Html {
  const links = offeredFormats().map(
    (format) => html`<a class="govuk-link" href="${base}/${format}">${inFewWords[format]}</a>`,
  )
  return join(links, ', ')
}
