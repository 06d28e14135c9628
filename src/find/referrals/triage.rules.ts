import { ageOn, type IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

/** Who told the hub of a carer, by the kind of organisation that sent the referral (`referral-sources`). */
export const sourceOfOrganisation: Readonly<Record<string, string>> = {
  gp_practice: 'gp_practice',
  hospital: 'hospital',
  school: 'school',
  jobcentre: 'jobcentre',
  charity: 'charity',
  council: 'social_worker',
  employer: 'employer',
  hub: 'carers_hub',
  young_carers: 'charity',
}

/**
 * What does not fit between a kind of carer and an age, in words for the referrer; null where it
 * fits. Children Act 1989 s.17ZA: a young carer is under 18; s.17ZD: a parent carer is an adult.
 */
export function kindDoubt(
  kind: CarerKind,
  about: { readonly dateOfBirth: IsoDate | null; readonly age: number | null },
  today: IsoDate,
): string | null {
  const age = about.dateOfBirth === null ? about.age : ageOn(about.dateOfBirth, today)
  if (age === null) return null
  if (kind === 'young_carer' && age >= 18)
    return 'A young carer is under 18: select another kind or check the age'
  if (kind === 'young_adult_carer' && (age < 16 || age > 25)) {
    return 'A young adult carer is between 16 and 25: select another kind or check the age'
  }
  if ((kind === 'adult_carer' || kind === 'parent_carer') && age < 18) {
    return 'Under 18 they are a young carer: select that kind or check the age'
  }
  return null
}
