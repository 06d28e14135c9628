import type { Selectable } from 'kysely'
import type { Duty } from '#platform/access/duties.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import {
  lifeState,
  type LifeState,
  stepNames,
  stepsFrom,
  type StepName,
  type Stored,
  supportUntil,
} from './life.rules.ts'

/** A registration with who keeps it. */
export type Registration = Pick<
  Selectable<DB['registration']>,
  'id' | 'organisationId' | 'kind' | 'registeredOn' | 'endedOn' | 'endReason' | 'version'
> & { readonly state: Stored['state']; readonly organisation: string }

/** Where a registration stands, of a person who may have died. */
export function standingOf(registration: Registration, diedOn: string | null): LifeState {
  const { state, endedOn, endReason } = registration
  const stored = { state, endReason, endedOn: endedOn === null ? null : isoDate(endedOn) }
  return lifeState(stored, diedOn === null ? null : isoDate(diedOn))
}

/** The state as staff read it. */
export const stateWords: Readonly<Record<LifeState, string>> = {
  asked: 'Asked, not yet taken on',
  active: 'Active',
  paused: 'Paused',
  caring_changed: 'Active: their caring has changed',
  caring_ended: 'Caring has ended',
  moved_away: 'Moved away',
  left: 'Left',
  died: 'Died',
}

/** What a worker chooses: the step as they would say it. */
export const stepWords: Readonly<Record<StepName, string>> = {
  accept: 'We take them on',
  pause: 'They pause for a while',
  resume: 'They go on again',
  change: 'Their caring has changed',
  settle: 'The change has been talked through',
  end_caring: 'Their caring has ended',
  move_away: 'They moved away',
  leave: 'They leave us',
  die: 'They died',
  correct: 'It was entered by mistake',
}

/** The last day on which support is open after an end; null where it runs, or is not open. */
export function supportOpenUntil(
  registration: Registration,
  diedOn: string | null,
): IsoDate | null {
  const { endedOn } = registration
  return supportUntil(standingOf(registration, diedOn), endedOn === null ? null : isoDate(endedOn))
}

/** `Caring has ended, 1 March 2018: the cared-for person died`. */
export function standingWords(registration: Registration, diedOn: string | null): string {
  const { endedOn, endReason } = registration
  const state = standingOf(registration, diedOn)
  const since =
    state === 'died' && diedOn !== null
      ? `, ${inWords(isoDate(diedOn))}`
      : endedOn === null
        ? ''
        : `, ${inWords(isoDate(endedOn))}`
  const why =
    endReason === null || state === 'died' || state === 'moved_away'
      ? ''
      : `: ${wordsFor('close-reasons', endReason).toLowerCase()}`
  return `${stateWords[state]}${since}${why}`
}

/** The steps open to somebody: where another service wrote a death down, this one still has its end to enter. */
export function stepsOpen(
  registration: Registration,
  diedOn: string | null,
  duties: readonly Duty[],
): readonly StepName[] {
  const state = standingOf(registration, diedOn)
  const steps = stepsFrom(state, duties)
  const unended = state === 'died' && registration.state !== 'ended'
  return unended && stepsFrom('active', duties).includes('die') ? ['die', ...steps] : steps
}

/** A step that was taken, in words; growing up is no step of the table, as a new registration follows it. */
export function takenWords(step: string): string {
  if (step === 'grow_up') return 'They grew up: another registration follows'
  const name = stepNames.find((each) => each === step)
  return name === undefined ? step : stepWords[name]
}
