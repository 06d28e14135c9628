/**
 * How a decision reaches the carer: by a way they have agreed to be reached. Care Act 2014 s.13(2),
 * in force from 1 April 2015: in writing.
 */
import type { Person } from '#people/persons/person.ts'

export const sendingWays = ['email', 'post', 'by_hand'] as const
export type SendingWay = (typeof sendingWays)[number]

export const wayNames: Readonly<Record<SendingWay, string>> = {
  email: 'By email',
  post: 'By post',
  by_hand: 'By hand',
}

type Reachable = Pick<Person, 'email' | 'mayEmail' | 'address1' | 'postcode' | 'mayPost'>

/** Why a way cannot be used for this carer, in words; null where it can. */
export function whyNotBy(way: SendingWay, person: Reachable): string | null {
  switch (way) {
    case 'email':
      if (person.email === null) return 'There is no email address on the record'
      return person.mayEmail === false ? 'The carer does not want email' : null
    case 'post':
      if (person.address1 === null || person.postcode === null)
        return 'There is no whole postal address on the record'
      return person.mayPost === false ? 'The carer does not want post' : null
    case 'by_hand':
      return null
  }
}
