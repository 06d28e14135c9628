/**
 * About how wide a text will be, in the unit of `letters` (its size). A server cannot know the
 * reader's font: this lies between Arial and the wider DejaVu Sans, so that words seldom collide.
 */
export function textWidth(text: string, letters: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * letters
}

function emsOf(character: string): number {
  if (/[ijltfI.,:;'’!|() ]/.test(character)) return 0.34
  if (/[mwMW%@—]/.test(character)) return 0.92
  if (/[A-Z&]/.test(character)) return 0.7
  if (/[0-9£$€+]/.test(character)) return 0.6
  return character > '\u2e7f' ? 1 : 0.59
}
