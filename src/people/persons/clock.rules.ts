import { daysBetween, type IsoDate } from '#platform/lib/dates.ts'

// Care Act 2014 s.10 (assess), s.13 (decide), s.24 and s.25 (plan): the law sets the order of the
// steps and no number of days, statutory guidance asks for a reasonable time. So the clock counts,
// and judges nothing. In force from 1 April 2015.

export const clockSteps = ['asked', 'talked', 'assessed', 'decided', 'supported'] as const

export type ClockStep = (typeof clockSteps)[number]

/** A step taken, as the room that knows of it hands it over; `ended`: closed without more to come. */
export type ClockEvent = { readonly step: ClockStep | 'ended'; readonly on: IsoDate }

export type StepShown = {
  readonly step: ClockStep
  readonly state: 'done' | 'now' | 'later' | 'passed_over'
  readonly on: IsoDate | null
}

export type PathwayClock = {
  readonly askedOn: IsoDate
  readonly steps: readonly StepShown[]
  /** The day on which support started or the matter was closed; null while it runs. */
  readonly stoppedOn: IsoDate | null
  /** Whole days from asking until it stopped, or until today. */
  readonly days: number
}

type Episode = Map<ClockStep | 'ended', IsoDate>

/**
 * The clock that carer, worker and manager all see, for the last time someone asked: each step
 * with its day. Null for someone for whom nobody has asked. A further request while a matter runs
 * is part of it; one after support started, or after it was closed, starts the clock anew.
 */
export function pathwayClock(events: readonly ClockEvent[], today: IsoDate): PathwayClock | null {
  const episode = lastEpisode(events)
  const askedOn = episode?.get('asked')
  if (episode === undefined || askedOn === undefined) return null
  const stoppedOn = episode.get('supported') ?? episode.get('ended') ?? null
  return {
    askedOn,
    steps: shownSteps(episode, stoppedOn !== null),
    stoppedOn,
    days: Math.max(0, daysBetween(askedOn, stoppedOn ?? today)),
  }
}

function lastEpisode(events: readonly ClockEvent[]): Episode | undefined {
  let episode: Episode | undefined
  for (const { step, on } of events.toSorted(byDay)) {
    const running = episode !== undefined && !episode.has('supported') && !episode.has('ended')
    if (step === 'asked' && !running) episode = new Map([[step, on]])
    else if (episode !== undefined && !episode.has(step)) episode.set(step, on)
  }
  return episode
}

const order = [...clockSteps, 'ended'] as const

function byDay(a: ClockEvent, b: ClockEvent): number {
  return a.on === b.on ? order.indexOf(a.step) - order.indexOf(b.step) : a.on < b.on ? -1 : 1
}

function shownSteps(episode: Episode, stopped: boolean): readonly StepShown[] {
  const last = clockSteps.findLastIndex((step) => episode.has(step))
  return clockSteps.map((step, at) => {
    const on = episode.get(step) ?? null
    if (on !== null) return { step, on, state: 'done' }
    if (at < last) return { step, on, state: 'passed_over' }
    return { step, on, state: at === last + 1 && !stopped ? 'now' : 'later' }
  })
}
