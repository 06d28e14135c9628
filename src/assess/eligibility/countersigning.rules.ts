/**
 * Care Act 2014 s.79: the authority stays responsible for what it delegates, so that what it has not
 * delegated is decided by one of its own people, and never by whoever proposed it. In force from
 * 1 April 2015.
 */
import { holds, type Actor } from '#platform/access/actor.ts'
import type { Determination } from './determination.ts'

/** Why this actor cannot countersign this determination, in words; null where they can. */
export function whyNotToCountersign(of: {
  readonly determination: Pick<Determination, 'state' | 'decidedBy'>
  readonly actor: Actor
}): string | null {
  const { determination, actor } = of
  if (determination.state !== 'to_countersign')
    return 'This decision does not wait to be countersigned.'
  if (!holds(actor, 'council_practitioner'))
    return "Only the council's practitioners can countersign."
  if (determination.decidedBy === actor.accountId)
    return 'You proposed this decision, so somebody else has to countersign it.'
  return null
}
