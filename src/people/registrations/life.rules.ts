/**
 * The life of a registration as a table: which step leads from where to where, who may take it, and
 * what follows. Statutory guidance to the Care Act 2014, in force from 1 April 2015, has support
 * reach past the end of caring; for how long is the service's own rule: three years.
 */
import { addMonths, type IsoDate } from '#platform/lib/dates.ts'
import type { Duty } from '#platform/access/duties.ts'

export const lifeStates = [
  'asked',
  'active',
  'paused',
  'caring_changed',
  'caring_ended',
  'moved_away',
  'left',
  'died',
] as const

export type LifeState = (typeof lifeStates)[number]

/** A registration as stored: four states that run, and an end with its reason. */
export type Stored = {
  readonly state: 'asked' | 'active' | 'paused' | 'caring_changed' | 'ended'
  readonly endedOn: IsoDate | null
  readonly endReason: string | null
}

const ended: Readonly<Record<string, LifeState>> = {
  cared_for_died: 'caring_ended',
  care_home: 'caring_ended',
  caring_ended: 'caring_ended',
  moved_away: 'moved_away',
  carer_died: 'died',
}

/** Where a registration stands in its life; one of a previous system is read by its status and reason. */
export function lifeState(stored: Stored, diedOn: IsoDate | null): LifeState {
  if (diedOn !== null) return 'died'
  return stored.state === 'ended' ? (ended[stored.endReason ?? ''] ?? 'left') : stored.state
}

/** The same the other way round, so that a step can be stored. */
export function storedState(state: LifeState): Stored['state'] {
  return state === 'asked' || state === 'active' || state === 'paused' || state === 'caring_changed'
    ? state
    : 'ended'
}

export type LifeStep = {
  readonly from: readonly LifeState[]
  readonly to: LifeState
  readonly by: readonly Duty[]
  /** Codes of `close-reasons`, one of which is to be given; none where words say why. */
  readonly reasons: readonly string[]
  /** Whether somebody must say why in their own words. */
  readonly words: boolean
}

const running = ['asked', 'active', 'paused', 'caring_changed'] as const
const workers: readonly Duty[] = ['adviser', 'assessor', 'key_worker', 'manager']

export const lifeSteps = {
  accept: { from: ['asked'], to: 'active', by: workers, reasons: [], words: false },
  pause: {
    from: ['active', 'caring_changed'],
    to: 'paused',
    by: workers,
    reasons: [],
    words: true,
  },
  resume: { from: ['paused'], to: 'active', by: workers, reasons: [], words: false },
  change: {
    from: ['active', 'paused'],
    to: 'caring_changed',
    by: workers,
    reasons: [],
    words: true,
  },
  settle: { from: ['caring_changed'], to: 'active', by: workers, reasons: [], words: true },
  end_caring: {
    from: running,
    to: 'caring_ended',
    by: workers,
    reasons: ['cared_for_died', 'care_home', 'caring_ended'],
    words: false,
  },
  move_away: {
    from: running,
    to: 'moved_away',
    by: workers,
    reasons: ['moved_away'],
    words: false,
  },
  leave: {
    from: running,
    to: 'left',
    by: workers,
    reasons: ['own_wish', 'lost_contact', 'transferred', 'support_ended', 'duplicate', 'other'],
    words: false,
  },
  die: {
    from: [...running, 'caring_ended', 'moved_away', 'left'],
    to: 'died',
    by: workers,
    reasons: ['carer_died'],
    words: false,
  },
  // What was entered by mistake is put right by a manager, and stays in the history.
  correct: {
    from: ['caring_ended', 'moved_away', 'left', 'died'],
    to: 'active',
    by: ['manager'],
    reasons: [],
    words: true,
  },
} as const satisfies Record<string, LifeStep>

export type StepName = keyof typeof lifeSteps

export const stepNames = Object.keys(lifeSteps) as [StepName, ...StepName[]]

/** The step as the table has it, without what the table knows of this one alone. */
export function stepOf(name: StepName): LifeStep {
  return lifeSteps[name]
}

/** The steps that somebody with these duties may take from here, in the table's order. */
export function stepsFrom(state: LifeState, duties: readonly Duty[]): readonly StepName[] {
  return stepNames.filter((name) => {
    const { from, by } = stepOf(name)
    return from.includes(state) && by.some((duty) => duties.includes(duty))
  })
}

/** What the law and the service do once a registration stands there. */
export type Follows = {
  /** Nothing is sent by itself any more. */
  readonly messagesStop: boolean
  /** The organisation's work ends with it. */
  readonly workEnds: boolean
  /** Groups, training and a listening ear stay open to them. */
  readonly supportGoesOn: boolean
  /** What is still open about them is shown to the worker, to be closed with care. */
  readonly closeWithCare: boolean
}

const nothing: Follows = {
  messagesStop: false,
  workEnds: false,
  supportGoesOn: false,
  closeWithCare: false,
}

export const follows: Readonly<Record<LifeState, Follows>> = {
  asked: nothing,
  active: nothing,
  paused: nothing,
  caring_changed: nothing,
  caring_ended: {
    ...nothing,
    messagesStop: true,
    workEnds: true,
    supportGoesOn: true,
    closeWithCare: true,
  },
  moved_away: { ...nothing, workEnds: true, closeWithCare: true },
  left: { ...nothing, workEnds: true, supportGoesOn: true },
  died: { messagesStop: true, workEnds: true, supportGoesOn: false, closeWithCare: true },
}

const monthsAfter = 36

/** The last day on which support is open after an end; null where it is not open at all. */
export function supportUntil(state: LifeState, endedOn: IsoDate | null): IsoDate | null {
  return endedOn !== null && follows[state].supportGoesOn ? addMonths(endedOn, monthsAfter) : null
}
