import {
  addDays,
  addWorkingDays,
  workingDaysBack,
  workingDaysBetween,
  type IsoDate,
} from '#platform/lib/dates.ts'

// Care Act 2014 s.10, s.13, s.24 and s.25 (in force from 1 April 2015) set no number of days; the
// statutory guidance (6.29) asks for an appropriate and reasonable time. What is counted here is the
// authority's own promise, in England's working days, by one rule for whoever reads it.

export type Tone = 'green' | 'amber' | 'red'

/** What is promised of a step that began on `fromOn` or later: so many working days, by whose clock it is. */
export type StepPromise = {
  readonly kind: string
  readonly step: string
  readonly fromOn: IsoDate
  readonly days: number
  /** From when it turns amber; not after it is due. */
  readonly amberDays: number
}

/** Days and promises that a step's clock is read by. */
export type StepReckoning = {
  readonly targets: readonly StepPromise[]
  readonly holidays: ReadonlySet<string>
}

export type PromiseClock = {
  readonly sinceOn: IsoDate
  readonly dueOn: IsoDate
  /** Working days gone, until it was kept or until today, and those that were promised. */
  readonly used: number
  readonly of: number
  readonly tone: Tone
}

/** A promised day is near, and amber, when no more than these working days are left to it. */
export const nearDays = 2

/** The clock of a promise of so many working days. It turns amber while it waits, red past its day. */
export function promiseClock(
  promise: {
    readonly sinceOn: IsoDate
    readonly keptOn: IsoDate | null
    readonly days: number
    readonly amberDays: number
  },
  today: IsoDate,
  holidays: ReadonlySet<string>,
): PromiseClock {
  const { sinceOn, keptOn, days, amberDays } = promise
  const dueOn = addWorkingDays(sinceOn, days, holidays)
  const until = keptOn ?? today
  const used = workingDaysBetween(sinceOn, until, holidays)
  const tone = until > dueOn ? 'red' : keptOn === null && used >= amberDays ? 'amber' : 'green'
  return { sinceOn, dueOn, used, of: days, tone }
}

/** The promise under which a step's clock began; undefined where none is made for such a step. */
export function stepTarget(
  of: { readonly kind: string; readonly step: string; readonly sinceOn: IsoDate },
  targets: readonly StepPromise[],
): StepPromise | undefined {
  const fitting = inOrder(targets.filter(({ kind, step }) => kind === of.kind && step === of.step))
  return fitting.findLast(({ fromOn }) => fromOn <= of.sinceOn) ?? fitting[0]
}

/** The last to come into force stands last; of one day only the last, which is the authority's own. */
function inOrder(targets: readonly StepPromise[]): readonly StepPromise[] {
  return targets
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
    .filter(({ fromOn }, at, sorted) => sorted[at + 1]?.fromOn !== fromOn)
}

/** A step that somebody waits for: since when, and the day that was promised them where one was. */
export type StepWaited = {
  readonly kind: string
  readonly step: string
  readonly sinceOn: IsoDate
  readonly promisedOn: IsoDate | null
}

/**
 * The clock of a step that runs, for carer, worker and manager alike. A day that was promised counts
 * before the number of days. Null where neither is there: then only the days are counted.
 */
export function stepClock(
  waited: StepWaited,
  today: IsoDate,
  { targets, holidays }: StepReckoning,
): PromiseClock | null {
  const { sinceOn, promisedOn } = waited
  if (promisedOn !== null) {
    const near = promisedOn <= addWorkingDays(today, nearDays, holidays)
    return {
      sinceOn,
      dueOn: promisedOn,
      used: workingDaysBetween(sinceOn, today, holidays),
      of: workingDaysBetween(sinceOn, promisedOn, holidays),
      tone: today > promisedOn ? 'red' : near ? 'amber' : 'green',
    }
  }
  const target = stepTarget(waited, targets)
  return target === undefined
    ? null
    : promiseClock({ ...target, sinceOn, keptOn: null }, today, holidays)
}

/** The same promises for a statement: a clock that began on `amberSince` or `redSince` at the latest is so today. */
export type StepThreshold = {
  readonly kind: string
  readonly step: string
  /** Holds for clocks that began from here on, null: ever since; and before there, null: for good. */
  readonly fromOn: IsoDate | null
  readonly untilOn: IsoDate | null
  readonly amberSince: IsoDate
  readonly redSince: IsoDate
}

/** For every promise the days by which many clocks are told apart at once, without reading each. */
export function stepThresholds(
  today: IsoDate,
  { targets, holidays }: StepReckoning,
): readonly StepThreshold[] {
  const groups = Object.values(
    Object.groupBy(targets, ({ kind, step }) => `${kind} ${step}`),
  ).flatMap((group) => (group === undefined ? [] : [inOrder(group)]))
  return groups.flatMap((group) =>
    group.map(({ kind, step, fromOn, days, amberDays }, at) => ({
      kind,
      step,
      fromOn: at === 0 ? null : fromOn,
      untilOn: group[at + 1]?.fromOn ?? null,
      amberSince: workingDaysBack(today, amberDays, holidays),
      redSince: workingDaysBack(addDays(today, -1), days, holidays),
    })),
  )
}
