import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'

/** A worry that somebody is, or may come to be, harmed or neglected. No consent is needed to raise one. */
export type Concern = Selectable<DB['safeguardingConcern']>

/** Something that was done about it, by whom and when. */
export type ConcernStep = Selectable<DB['safeguardingStep']>

/**
 * Kinds of abuse and neglect of adults: Care and Support Statutory Guidance, chapter 14; of children:
 * Working Together to Safeguard Children. Both from memory and in need of a check against the text.
 */
export const kinds = {
  adult: {
    physical: 'Physical abuse',
    domestic: 'Domestic abuse',
    sexual: 'Sexual abuse',
    psychological: 'Psychological abuse',
    financial: 'Financial or material abuse',
    modern_slavery: 'Modern slavery',
    discriminatory: 'Discriminatory abuse',
    organisational: 'Organisational abuse',
    neglect: 'Neglect, or nobody acting',
    self_neglect: 'Self-neglect',
  },
  child: {
    physical: 'Physical abuse',
    emotional: 'Emotional abuse',
    sexual: 'Sexual abuse',
    neglect: 'Neglect',
    exploitation: 'Exploitation',
    domestic: 'Domestic abuse in the home',
    caring: 'Caring that is too much for the child',
  },
} as const

export const allKinds = [...new Set([...Object.keys(kinds.adult), ...Object.keys(kinds.child)])]

export function kindNames({ about, kinds: of }: Pick<Concern, 'about' | 'kinds'>): string {
  const names: Readonly<Record<string, string>> = {
    ...kinds.child,
    ...kinds.adult,
    ...kinds[about as 'adult' | 'child'],
  }
  return of.map((kind) => names[kind] ?? kind).join(', ')
}

export const states = {
  raised: 'Raised, not looked at yet',
  looked_at: 'Looked at',
  referred: 'Referred on',
  outcome_known: 'Outcome known',
  closed: 'Closed',
} as const
export type ConcernState = keyof typeof states

export type StepKind =
  | 'note'
  | 'look'
  | 'refer'
  | 'receipt'
  | 'outcome'
  | 'tell'
  | 'close'
  | 'reopen'
  | 'name'
  | 'unname'

/** What may be done in each state, and where it leads: the life of a concern. */
const ways: Readonly<Record<ConcernState, Partial<Record<StepKind, ConcernState>>>> = {
  raised: { look: 'looked_at', refer: 'referred' },
  looked_at: { refer: 'referred', close: 'closed' },
  referred: { receipt: 'referred', refer: 'referred', outcome: 'outcome_known' },
  outcome_known: { refer: 'referred', outcome: 'outcome_known', close: 'closed' },
  closed: { reopen: 'looked_at' },
}

/** The state to which a step leads, or null where it may not be taken now. */
export function stateAfter(state: ConcernState, step: StepKind): ConcernState | null {
  if (step === 'note' || step === 'tell' || step === 'name' || step === 'unname') return state
  return ways[state][step] ?? null
}

/** Why a step cannot be taken yet, said at its choice; null where it can: nobody who raised one is left without an answer. */
export function whyNotYet(
  step: StepKind,
  { toldAt, raisedBy, raisedByName }: Pick<Concern, 'toldAt' | 'raisedBy' | 'raisedByName'>,
  accountId: string | null,
): string | null {
  return step === 'close' && toldAt === null && raisedBy !== accountId
    ? `Tell ${raisedByName} what came of it first, as far as you may`
    : null
}

export const stepNames: Readonly<Record<StepKind, string>> = {
  note: 'Note',
  look: 'Looked at',
  refer: 'Referred',
  receipt: 'Receipt',
  outcome: 'Outcome',
  tell: 'Told whoever raised it',
  close: 'Closed',
  reopen: 'Opened again',
  name: 'Let somebody read it',
  unname: 'No longer lets somebody read it',
}

/** The steps for which a form asks, in the order in which they are taken. */
export const offeredSteps = [
  'look',
  'refer',
  'receipt',
  'outcome',
  'tell',
  'note',
  'close',
  'reopen',
] as const satisfies readonly StepKind[]

/** Those of them that may be taken in a state. */
export function stepsFrom(state: ConcernState): readonly (typeof offeredSteps)[number][] {
  return offeredSteps.filter((step) => stateAfter(state, step) !== null)
}
