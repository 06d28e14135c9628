/**
 * Care Act 2014 s.79: the authority stays responsible for what it delegates, so that what it has not
 * delegated is decided by one of its own people, and never by whoever proposed it. In force from
 * 1 April 2015.
 */
import { holds, type Actor } from '#platform/access/actor.ts'
import type { Determination } from './determination.ts'

/** Why this actor cannot countersign this determination, in words; null where they can. */
export function whyNotToCountersign(of: {
  readonly determination: Pick<Determination, 'state' | 'decidedBy' | 'notBy'>
  readonly actor: Actor
}): string | null {
  const { determination, actor } = of
  if (determination.state !== 'to_countersign')
    return 'This decision does not wait to be countersigned.'
  if (!holds(actor, 'council_practitioner'))
    return "Only the council's practitioners can countersign."
  if (determination.decidedBy === actor.accountId)
    return 'You proposed this decision, so somebody else has to countersign it.'
  return whyNotBy(determination, actor)
}

/** Why this actor cannot make this decision, in words; null where they can. */
export function whyNotToDecide(of: {
  readonly determination: Pick<Determination, 'notBy'>
  readonly actor: Actor
}): string | null {
  return whyNotBy(of.determination, of.actor)
}

/** A decision made anew after a second look is not made or signed by who made or signed the first. */
function whyNotBy({ notBy }: Pick<Determination, 'notBy'>, { accountId }: Actor): string | null {
  return accountId !== null && notBy.includes(accountId)
    ? 'The carer asked for a second look at what you decided, so somebody else has to decide now.'
    : null
}
