/**
 * Who may decide: Care Act 2014 s.79. An authority may delegate its functions to an organisation, all
 * or part of them, and stays responsible. In force from 1 April 2015. Where the contract delegates
 * the assessment and not the decision, what the organisation finds is a proposal to countersign.
 */

export type DecidedAs = 'authority' | 'delegate' | 'proposal'

export type Standing = { readonly as: DecidedAs; readonly ref: string; readonly reason: string }

/** In which standing an organisation's assessor decides; `delegates` are the organisations that may. */
export function decidingStanding(of: {
  readonly organisation: { readonly id: number; readonly kind: string; readonly name: string }
  readonly delegates: readonly number[]
}): Standing {
  const { id, kind, name } = of.organisation
  if (kind === 'council') {
    return { as: 'authority', ref: 's.13(1)', reason: `${name} decides for itself.` }
  }
  if (of.delegates.includes(id)) {
    return {
      as: 'delegate',
      ref: 's.79',
      reason: `The council has delegated this decision to ${name}.`,
    }
  }
  return {
    as: 'proposal',
    ref: 's.79',
    reason: `The council has not delegated this decision to ${name}: it must be countersigned by the council.`,
  }
}
