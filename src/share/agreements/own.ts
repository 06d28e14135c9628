import type { Actor } from '#platform/access/actor.ts'
import { NotFound } from '#platform/lib/errors.ts'

/** The record that is the actor's own; throws NotFound for an account without one. */
export function ownPersonId({ personId }: Actor): string {
  if (personId === null) throw new NotFound('record')
  return personId
}
