import type { Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { Forbidden } from '#platform/lib/errors.ts'

/** Those who are in touch with carers and write it down. */
export const contacters = workers

/** The actor with an account of their own; throws Forbidden for the house itself, which rings nobody. */
export function withAccount(actor: Actor): Actor & { readonly accountId: string } {
  const { accountId } = actor
  if (accountId === null) throw new Forbidden('Contacts are somebody’s')
  return { ...actor, accountId }
}
