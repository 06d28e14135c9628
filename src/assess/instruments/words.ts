import { inWords } from '#platform/lib/dates.ts'
import type { Reading } from './instruments.sql.ts'
import type { Instrument, Urgency } from './instrument.ts'
import type { ScaleScore } from './score.rules.ts'

export const modeNames: Readonly<Record<Reading['mode'], string>> = {
  alone: 'The carer alone',
  with_worker: 'The carer, with a worker',
  worker_wrote: 'A worker asked and wrote',
}

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  now: 'to be looked at now',
  same_day: 'to be looked at today',
}

/** A score as a sentence: `12 of 36. Moderate amount`. */
export function scoreWords({ score, max, band }: ScaleScore): string {
  if (score === null) return 'Incomplete: not every question was answered'
  return `${score} of ${max}${band === null ? '' : `. ${band}`}`
}

/** A measure with what has to be said of it: `How things are (not a national instrument)`. */
export function measureName({ name, label }: Instrument): string {
  return label === undefined ? name : `${name} (${label.charAt(0).toLowerCase()}${label.slice(1)})`
}

/** When and how the answers were given. */
export function readingWords({ heldOn, mode, present, recordedByName }: Reading): string {
  const who = present === null ? '' : ` There: ${present}.`
  return `${inWords(heldOn)}. ${modeNames[mode]}.${who} Written down by ${recordedByName}.`
}
