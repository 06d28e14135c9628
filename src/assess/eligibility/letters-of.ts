import type { Document } from '#platform/documents/document.ts'
import { decisionLetter, type LetterFrom } from './decision-letter.ts'
import { familyLetter } from './family-letter.ts'

/** The letter about a decision, by the law of its kind. */
export function letterOf(from: LetterFrom): Document {
  return from.determination.kind === 'adult_carer' ? decisionLetter(from) : familyLetter(from)
}
