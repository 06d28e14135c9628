import { govukTag } from '#platform/govuk/tag.ts'
import type { Html } from '#platform/lib/html.ts'
import type { Tone } from './step-clock.rules.ts'

const tags: Readonly<Record<Tone, readonly [words: string, classes: string]>> = {
  green: ['In time', 'govuk-tag--green'],
  amber: ['Due soon', 'govuk-tag--yellow'],
  red: ['Late', 'govuk-tag--red'],
}

/** How a clock stands, for staff and senders: always a word, never the colour alone. */
export function toneTag(tone: Tone): Html {
  const [text, classes] = tags[tone]
  return govukTag({ text, classes })
}

/** How much of a promise is used: `2 of 5 working days`. */
export function usedWords({ used, of }: { readonly used: number; readonly of: number }): string {
  return `${used} of ${of} working ${of === 1 ? 'day' : 'days'}`
}
