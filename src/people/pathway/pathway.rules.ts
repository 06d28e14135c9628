import { daysBetween, type IsoDate } from '#platform/lib/dates.ts'
import type { PathwayKind, PathwayStep, StepDay, StepRunning } from '#platform/clock-source.ts'
import { pathwaySteps } from './pathway.ts'
import { stepClock, type PromiseClock, type StepReckoning } from './step-clock.rules.ts'

// Care Act 2014 s.10 (assess), s.13 (decide), s.24 and s.25 (plan), s.27 (review): the law sets the
// order of the steps. In force from 1 April 2015. By when each should be taken is the promise of the
// authority: ./step-clock.rules.ts.

/** A step taken, as the room that knows of it hands it over; `ended`: closed without more to come. */
export type ClockEvent = StepDay & { readonly step: PathwayStep | 'ended' }

/** A step that waits with the room that hands it over. */
export type ClockWaiting = StepRunning & { readonly step: PathwayStep }

export type StepShown = {
  readonly step: PathwayStep
  readonly state: 'done' | 'now' | 'later' | 'passed_over'
  readonly on: IsoDate | null
}

export type PathwayClock = {
  readonly askedOn: IsoDate
  readonly steps: readonly StepShown[]
  /** The step that is next, and its own clock; null clock where nobody promised a day for it. */
  readonly now: { readonly step: PathwayStep; readonly clock: PromiseClock | null } | null
  /** The day on which support started or the matter was closed; null while it runs. */
  readonly stoppedOn: IsoDate | null
  /** Whether it stopped because it was closed, and not because support started. */
  readonly closed: boolean
  /** Whole days from asking until it stopped, or until today. */
  readonly days: number
}

/** All that rooms hand over of one carer's pathway. */
export type PathwayTold = {
  readonly events: readonly ClockEvent[]
  readonly waiting: readonly ClockWaiting[]
}

type Episode = Map<ClockEvent['step'], ClockEvent>

/**
 * The clock that carer, worker and manager all see, for the last time someone asked: each step
 * with its day, and by when the next one is due. Null for someone for whom nobody has asked. A
 * further request while a matter runs is part of it; one after support started, or after it was
 * closed, starts the clock anew.
 */
export function pathwayClock(
  { events, waiting }: PathwayTold,
  today: IsoDate,
  reckoning: StepReckoning,
): PathwayClock | null {
  const episode = lastEpisode(events)
  const askedOn = episode?.get('asked')?.on
  if (episode === undefined || askedOn === undefined) return null
  const supportedOn = startOfSupport(episode)
  const stoppedOn = supportedOn ?? episode.get('ended')?.on ?? null
  const next = nextStep(episode, waiting, supportedOn === null ? stoppedOn : null)
  return {
    askedOn,
    steps: shownSteps(episode, next),
    now:
      next === null
        ? null
        : { step: next, clock: clockOf(episode, next, { waiting, today, reckoning }) },
    stoppedOn,
    closed: supportedOn === null && stoppedOn !== null,
    days: Math.max(0, daysBetween(askedOn, stoppedOn ?? today)),
  }
}

function lastEpisode(events: readonly ClockEvent[]): Episode | undefined {
  let episode: Episode | undefined
  for (const event of events.toSorted(byDay)) {
    const running =
      episode !== undefined && startOfSupport(episode) === null && !episode.has('ended')
    if (event.step === 'asked' && !running) episode = new Map([['asked', event]])
    else if (episode !== undefined && !episode.has(event.step) && isOf(episode, event.step)) {
      episode.set(event.step, event)
    }
  }
  return episode
}

/** A review is of a plan: one of an earlier matter's plan says nothing of this one. */
function isOf(episode: Episode, step: ClockEvent['step']): boolean {
  return step !== 'reviewed' || episode.has('planned') || episode.has('supported')
}

/** Support that was reviewed has started, even where nobody wrote down when. */
function startOfSupport(episode: Episode): IsoDate | null {
  return episode.get('supported')?.on ?? episode.get('reviewed')?.on ?? null
}

const order = [...pathwaySteps, 'ended'] as const

function byDay(a: ClockEvent, b: ClockEvent): number {
  return a.on === b.on ? order.indexOf(a.step) - order.indexOf(b.step) : a.on < b.on ? -1 : 1
}

const lastTaken = (episode: Episode): number =>
  pathwaySteps.findLastIndex((step) => episode.has(step))

/**
 * What is waited for: the first step beyond those taken that some room has waiting, else the very
 * next one. After support has started only a review can be, and nothing once it was closed.
 */
function nextStep(
  episode: Episode,
  waiting: readonly ClockWaiting[],
  closedOn: IsoDate | null,
): PathwayStep | null {
  if (closedOn !== null) return null
  const ahead = pathwaySteps.slice(lastTaken(episode) + 1)
  const supported = startOfSupport(episode) !== null
  const told = ahead.find(
    (step) => (step !== 'reviewed' || supported) && waiting.some((each) => each.step === step),
  )
  if (told !== undefined || supported) return told ?? null
  return ahead[0] ?? null
}

function shownSteps(episode: Episode, next: PathwayStep | null): readonly StepShown[] {
  const last = lastTaken(episode)
  const now = next === null ? -1 : pathwaySteps.indexOf(next)
  return pathwaySteps.map((step, at) => {
    const on = episode.get(step)?.on ?? null
    if (on !== null) return { step, on, state: 'done' }
    if (at === now) return { step, on, state: 'now' }
    return { step, on, state: at < Math.max(last, now) ? 'passed_over' : 'later' }
  })
}

/** Of several that wait for the same step the one that has waited longest counts. */
function clockOf(
  episode: Episode,
  step: PathwayStep,
  of: {
    readonly waiting: readonly ClockWaiting[]
    readonly today: IsoDate
    readonly reckoning: StepReckoning
  },
): PromiseClock | null {
  const [told] = of.waiting
    .filter((each) => each.step === step)
    .toSorted((a, b) => (a.sinceOn < b.sinceOn ? -1 : a.sinceOn > b.sinceOn ? 1 : 0))
  const taken = [...episode.values()].toSorted(byDay)
  const kind = told?.kind ?? kindOf(taken)
  const sinceOn = told?.sinceOn ?? taken.at(-1)?.on
  if (sinceOn === undefined) return null
  return stepClock(
    { kind, step, sinceOn, promisedOn: told?.promisedOn ?? null },
    of.today,
    of.reckoning,
  )
}

/** What the last room that knew said; most are adult carers. */
function kindOf(events: readonly ClockEvent[]): PathwayKind {
  return events.findLast(({ kind }) => kind !== undefined)?.kind ?? 'adult_carer'
}
