import { wordsFor } from '#people/persons/code-words.ts'
import { kindNames } from './assessment.ts'
import { endingNames } from './endings.rules.ts'
import type { Offer } from './offers.sql.ts'

/** What became of an offer, as a list and a record say it. */
export const offerStateNames: Readonly<Record<Offer['state'], string>> = {
  ...endingNames,
  offered: 'Offered, not answered yet',
  accepted: 'Offered and wanted',
}

/** `Carer's assessment, combined with that of the person looked after`. */
export function offeredName({ kind, combined }: Pick<Offer, 'kind' | 'combined'>): string {
  return combined
    ? `${kindNames[kind]}, combined with that of the person looked after`
    : kindNames[kind]
}

/** The words for a reason; empty where there is none. */
export function whyWords(reason: string | null): string {
  return reason === null ? '' : wordsFor('assessment-endings', reason)
}
