// Who is which carer where a referrer is not asked: Children Act 1989 s.17ZA, under 18 a young carer;
// Care Act 2014 s.10(3), an adult who cares for an adult (both in force 1 April 2015). Whether an adult
// is a parent carer (s.17ZD) is for the talk with them, so triage can put it right.
import { ageOn, type IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

type Told = {
  readonly kind: CarerKind | null
  readonly dateOfBirth: IsoDate | null
  readonly age: number | null
}

/** The kind of carer that a referral is of; a school's pupils of 18 and over are young adult carers. */
export function kindThrough(source: string, told: Told, today: IsoDate): CarerKind {
  if (told.kind !== null) return told.kind
  const age = told.dateOfBirth === null ? told.age : ageOn(told.dateOfBirth, today)
  if (source === 'school') return age !== null && age >= 18 ? 'young_adult_carer' : 'young_carer'
  return age !== null && age < 18 ? 'young_carer' : 'adult_carer'
}
