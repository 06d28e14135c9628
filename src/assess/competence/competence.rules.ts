/**
 * Whether a child can decide something for themselves. Under 16: where they understand enough of that
 * one decision (Gillick v West Norfolk and Wisbech AHA [1986] AC 112, decided 17 October 1985). At 16
 * and 17 they are taken to be able to, unless it is shown that they cannot (Family Law Reform Act 1969,
 * s.8; Mental Capacity Act 2005, s.1, in force from 1 October 2007). All from memory, to be checked.
 */
import { ageOn, type IsoDate } from '#platform/lib/dates.ts'

export type Starts =
  /** Nobody takes it as read, either way: somebody forms a view of this one decision. */
  | 'to_be_seen'
  /** They decide, unless it is shown that they cannot. */
  | 'taken_to_be_able'
  /** From 18 on, capacity is asked after and not competence. */
  | 'adult'

/** From where a view of competence starts, on the day on which it is formed; an unknown age is a child's. */
export function competenceStarts(bornOn: IsoDate | null, on: IsoDate): Starts {
  const age = bornOn === null ? 0 : ageOn(bornOn, on)
  if (age < 16) return 'to_be_seen'
  return age < 18 ? 'taken_to_be_able' : 'adult'
}

export const startWords: Readonly<Record<Starts, string>> = {
  to_be_seen:
    'Under 16, a child who understands enough of a decision makes it. It is seen for one decision at a time, and on the day: a child who can decide one thing may not be able to decide another.',
  taken_to_be_able:
    'At 16 and 17 they are taken to be able to decide. If they are not able to make this decision, write down what shows it.',
  adult: 'They are 18 or older: ask after capacity, not competence.',
}
