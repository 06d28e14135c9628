import { addressLine, type Person } from './person.ts'

/** How a document can reach someone: what there is an address for and what they allow. */
export type Way = 'email' | 'letter' | 'by_hand'

/** The ways to this person, the best first; handing it over is always one. */
export function waysTo(
  person: Pick<Person, 'email' | 'mayEmail' | 'address1' | 'postcode' | 'mayPost'>,
): readonly Way[] {
  const byEmail = person.email !== null && person.mayEmail !== false
  const byPost = person.address1 !== null && person.postcode !== null && person.mayPost !== false
  return [...(byEmail ? ['email' as const] : []), ...(byPost ? ['letter' as const] : []), 'by_hand']
}

/** Name and address as a letter bears them. */
export function postalLines(person: Person): string {
  const name = [person.title, person.givenName, person.familyName].filter((part) => part !== null)
  return `${name.join(' ')}\n${addressLine(person).replaceAll(', ', '\n')}`
}
