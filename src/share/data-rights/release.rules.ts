// UK GDPR articles 12 and 15; Data Protection Act 2018, schedule 3, part 3 (social work: serious harm)
// (in force from 25 May 2018; from memory, to be checked). The safeguarding lead agrees to every
// release, so that their being asked tells nobody whether there was anything restricted.
import type { StepKind } from './data-rights.ts'

export type ReleaseFacts = {
  readonly kind: string
  readonly state: string
  readonly steps: readonly StepKind[]
  /** Something is set aside that nobody has decided on. */
  readonly waits: boolean
  /** A parent asks for the record of a child who asked that a parent is not told. */
  readonly keptFromParent: boolean
}

/** Why a request cannot be released yet, or null. */
export function whyNotReleased(of: ReleaseFacts): string | null {
  if (of.kind !== 'access' || of.state !== 'open') return 'This request is closed'
  if (of.keptFromParent)
    return 'They asked that a parent is not told: nothing goes to this parent. Refuse it, or speak with them first and change that on their record'
  const notYet = whyNotSigned(of)
  if (notYet !== null) return notYet
  if (of.steps.lastIndexOf('lead_signed') < of.steps.lastIndexOf('gathered'))
    return 'The safeguarding lead has not agreed to the release'
  return null
}

/** Why the safeguarding lead cannot agree yet, or null. */
export function whyNotSigned({
  kind,
  state,
  steps,
  waits,
}: Omit<ReleaseFacts, 'keptFromParent'>): string | null {
  if (kind !== 'access' || state !== 'open') return 'This request is closed'
  if (!steps.includes('gathered')) return 'Gather what is held first'
  return waits ? 'Some statements are set aside and not decided on yet' : null
}

/** The steps that may be written down by hand, in the order in which a form offers them. */
export function stepsOffered({
  kind,
  state,
  steps,
}: Omit<ReleaseFacts, 'waits' | 'keptFromParent'>): readonly StepKind[] {
  if (state !== 'open') return ['note']
  const paused = steps.lastIndexOf('asked_clarification') > steps.lastIndexOf('clarified')
  const known = steps.includes('identity_checked')
  return [
    ...(known || steps.includes('asked_identity') ? [] : (['asked_identity'] as const)),
    ...(known ? [] : (['identity_checked'] as const)),
    paused ? 'clarified' : 'asked_clarification',
    ...(steps.includes('extended') ? [] : (['extended'] as const)),
    ...(kind === 'correction' && known ? (['corrected'] as const) : []),
    // An erasure is refused on a form of its own, which writes the answer.
    ...(kind === 'erasure' ? [] : (['refused'] as const)),
    'withdrawn',
    'note',
  ]
}
