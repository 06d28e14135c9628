/**
 * Who knows somebody only because they work with their carer reads who they are and no more: what is
 * necessary for that purpose (Caldicott principles 2 and 3, December 2020; UK GDPR article 5(1)(c)).
 */
import type { Actor } from '#platform/access/actor.ts'
import type { Person } from './person.ts'

/** What of their record is shown then: who they are, who looks after them, and the way to keep them safe. */
export const panelsThroughCarer: readonly string[] = [
  'caring',
  'details',
  'hidden-carers',
  'joined-records',
  'safeguarding',
]

/** Whether the actor knows the person through a carer of theirs, and in no other way. */
export function knownThroughCarer(
  { id, identityReaders }: Pick<Person, 'id' | 'identityReaders'>,
  actor: Pick<Actor, 'organisationIds' | 'personId' | 'duties'>,
): boolean {
  const { organisationIds, personId, duties } = actor
  if (personId === id || duties.includes('system')) return false
  if (duties.includes('council_practitioner')) return false
  return !organisationIds.some((each) => identityReaders.includes(each))
}
