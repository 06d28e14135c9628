import { carerEligibilityData } from '#assess/eligibility/law.ts'

/** What a need may be about, by id: the carer's health or one of the regulations' outcomes (SI 2015/313 reg 3(2)). */
export const needOutcomes: ReadonlyMap<string, string> = new Map(
  [carerEligibilityData.health, ...carerEligibilityData.outcomes].map(({ id, title }) => [
    id,
    title,
  ]),
)

/** The outcome in words, or null where the need is about none of them. */
export function outcomeWords(id: string | null): string | null {
  return id === null ? null : (needOutcomes.get(id) ?? null)
}
