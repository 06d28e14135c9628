// Who is which carer in a registration: Care Act 2014 s.10(3); Children Act 1989 s.17ZA and s.17ZD,
// in force 1 April 2015. "Young adult carer" is the field's word for 18 to 24, not the law's.
import { ageOn, type IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { Way } from './draft.ts'

type About = {
  readonly dateOfBirth: IsoDate
  /** A code of `relationships`. */
  readonly relationship: string
}

/** The kind of carer that someone registers as. A child is who is under 18 on the day. */
export function kindOfRegistration(of: About, today: IsoDate): CarerKind {
  const age = ageOn(of.dateOfBirth, today)
  if (age < 18) return 'young_carer'
  if (of.relationship === 'child') return 'parent_carer'
  return age < 25 ? 'young_adult_carer' : 'adult_carer'
}

/** Which way through the pages fits an age: under 18 the young carers' own. */
export function wayForBirth(dateOfBirth: IsoDate, today: IsoDate): Way {
  return ageOn(dateOfBirth, today) < 18 ? 'young' : 'adult'
}
