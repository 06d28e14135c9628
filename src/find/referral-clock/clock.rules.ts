import { addWorkingDays, type IsoDate } from '#platform/lib/dates.ts'
import { promiseClock, type StepPromise, type Tone } from '#people/pathway/step-clock.rules.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { Target } from './target.ts'

// No law sets the day by which a referral is answered or a carer first rung. Care Act 2014 s.10(1)
// opens the duty to assess as soon as it appears that a carer may have needs (in force from
// 1 April 2015); the days are the authority's own promise, in England's working days.

/** What the clock is read for. */
export type Asked = {
  readonly kind: CarerKind
  readonly urgent: boolean
  readonly receivedOn: IsoDate
}

/** Days and promises that a clock is read by. */
export type Reckoning = {
  readonly targets: readonly Target[]
  readonly holidays: ReadonlySet<string>
}

export type AnswerClock = {
  readonly askedOn: IsoDate
  readonly dueOn: IsoDate
  /** Null while nobody has answered. */
  readonly answeredOn: IsoDate | null
  /** Working days gone since it was asked, until the answer or until today. */
  readonly used: number
  /** Working days promised. */
  readonly of: number
  readonly tone: Tone
}

/**
 * The promise under which a referral came: of those for its kind and urgency the last that was in
 * force on its day. Throws RangeError where there is none, which the shipped ones make impossible.
 */
export function targetFor(asked: Asked, targets: readonly Target[]): Target {
  const fitting = targets
    .filter(({ kind, urgent }) => kind === asked.kind && urgent === asked.urgent)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
  const target = fitting.findLast(({ fromOn }) => fromOn <= asked.receivedOn) ?? fitting[0]
  if (target === undefined) throw new RangeError(`nothing is promised for a ${asked.kind}`)
  return target
}

/** The promises of an answer as a step's, urgent ones as a kind of their own. */
export function answerPromises(targets: readonly Target[]): readonly StepPromise[] {
  return targets.map(({ kind, urgent, fromOn, answerDays: days, amberDays }) => ({
    kind: urgent ? `${kind} urgent` : kind,
    step: 'answered',
    fromOn,
    days,
    amberDays,
  }))
}

/** The day by which somebody must have said what becomes of a referral. */
export function answerDueOn(asked: Asked, { targets, holidays }: Reckoning): IsoDate {
  return addWorkingDays(asked.receivedOn, targetFor(asked, targets).answerDays, holidays)
}

/** The day by which the carer should have been talked with, counted from the day of the answer. */
export function talkDueOn(
  asked: Asked,
  answeredOn: IsoDate,
  { targets, holidays }: Reckoning,
): IsoDate {
  return addWorkingDays(answeredOn, targetFor(asked, targets).talkDays, holidays)
}

/**
 * The clock from asked to answered, as sender, carer, worker and manager all see it. It does not
 * stop while a question is with the sender nor start again when a referral is passed on: whoever has
 * it, the carer waits. An answer after its day stays red.
 */
export function answerClock(
  asked: Asked & { readonly answeredOn: IsoDate | null },
  today: IsoDate,
  reckoning: Reckoning,
): AnswerClock {
  const { receivedOn: askedOn, answeredOn } = asked
  const { answerDays: days, amberDays } = targetFor(asked, reckoning.targets)
  const promise = { sinceOn: askedOn, keptOn: answeredOn, days, amberDays }
  const { dueOn, used, of, tone } = promiseClock(promise, today, reckoning.holidays)
  return { askedOn, dueOn, answeredOn, used, of, tone }
}

/** Whether a promise to a carer has passed its day: nobody answered, or nobody has talked with them. */
export function stalls(
  of: Asked & {
    readonly state: string
    readonly contactDueOn: IsoDate | null
    readonly firstContactOn: IsoDate | null
  },
  today: IsoDate,
  reckoning: Reckoning,
): 'answer' | 'talk' | null {
  if (of.state === 'new' || of.state === 'asked') {
    return answerClock({ ...of, answeredOn: null }, today, reckoning).tone === 'red'
      ? 'answer'
      : null
  }
  const late = of.contactDueOn !== null && of.contactDueOn < today
  return of.state === 'accepted' && of.firstContactOn === null && late ? 'talk' : null
}
