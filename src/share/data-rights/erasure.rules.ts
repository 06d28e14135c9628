// UK GDPR article 17 (in force from 25 May 2018): erasure on request. It does not reach what is still
// needed for what it was collected for (17(1)(a)), what a legal duty or public task needs kept (17(3)(b))
// or what a legal claim needs (17(3)(e)). From memory, to be checked.
import type { IsoDate } from '#platform/lib/dates.ts'
import type { StepKind } from './data-rights.ts'
import { keptUntil, mayEndOnRequest, type RetentionFacts } from './retention.rules.ts'

export type ErasureFacts = RetentionFacts & {
  /** Somebody works with them now. */
  readonly inUse: boolean
}

/** Something that is to be kept; `bars`: nobody may decide otherwise while it is so. */
export type KeepReason = {
  readonly words: string
  readonly until: IsoDate | null
  readonly bars: boolean
}

/** What must be kept of a record on `today`, and why. */
export function keepReasons(facts: ErasureFacts, today: IsoDate): readonly KeepReason[] {
  const { held, inUse } = facts
  return [
    ...(held ? [barring('A legal hold: a claim or an inquiry needs it (article 17(3)(e))')] : []),
    ...(inUse ? [barring('We work with them: it is needed for that (article 17(1)(a))')] : []),
    ...keptUntil(facts)
      // Their time begins when support ends.
      .filter(({ rule }) => !inUse || (rule !== 'asc_case' && rule !== 'asc_contact_only'))
      .filter(({ until }) => until === null || until > today)
      .map(({ rule, because, until }) => ({
        words: because,
        until,
        bars: until === null || !mayEndOnRequest(rule),
      })),
  ]
}

const barring = (words: string): KeepReason => ({ words, until: null, bars: true })

type Asked = { readonly state: string; readonly steps: readonly StepKind[] }

/** Why the safeguarding lead cannot agree to an erasure yet, or null. */
export function whyErasureNotSigned({ state, steps }: Asked, facts: ErasureFacts): string | null {
  if (state !== 'open') return 'This request is closed'
  if (!steps.includes('identity_checked')) return 'Write down first how you know who asks'
  return facts.openSafeguarding ? 'A concern is open: the record is kept until it is closed' : null
}

/** Why a request for erasure cannot be answered yet, or null. */
export function whyNotAnswered({ state, steps }: Asked): string | null {
  if (state !== 'open') return 'This request is closed'
  return steps.includes('identity_checked') ? null : 'Write down first how you know who asks'
}

/** Why a record cannot be erased on request, or null. */
export function whyNotErasedOnRequest(
  asked: Asked,
  facts: ErasureFacts,
  today: IsoDate,
): string | null {
  const notYet = whyNotAnswered(asked)
  if (notYet !== null) return notYet
  const bar = keepReasons(facts, today).find(({ bars }) => bars)
  if (bar !== undefined) return `It must be kept. ${bar.words}`
  return asked.steps.includes('lead_signed')
    ? null
    : 'The safeguarding lead has not agreed to the erasure'
}

/** Why something is kept, as it is told to whoever asked. */
export const keepGrounds = {
  needed: 'It is still needed for the support it was written for',
  duty: 'The law, or our task in law, needs us to keep it',
  claims: 'It is needed for a legal claim or an inquiry',
} as const
export type KeepGround = keyof typeof keepGrounds
