import { clockStrip } from '#platform/govuk/own/clock-strip.ts'
import { inWords } from '#platform/lib/dates.ts'
import type { Html } from '#platform/lib/html.ts'
import type { PathwayStep } from '#platform/clock-source.ts'
import type { PathwayClock, StepShown } from './pathway.rules.ts'

/** A step's name, on the strip and wherever steps are listed. */
export const stepLabels: Readonly<Record<PathwayStep, string>> = {
  asked: 'Asked',
  talked: 'Talked',
  assessed: 'Assessed',
  decided: 'Decided',
  planned: 'Plan',
  supported: 'Support',
  reviewed: 'Review',
}

/**
 * The clock as carer, worker and manager all see it. On carers' own page nothing is marked as late:
 * there it is said in a sentence.
 */
export function clockView(clock: PathwayClock, of: { readonly marksLate: boolean }): Html {
  const late = of.marksLate && clock.now?.clock?.tone === 'red'
  return clockStrip({
    steps: clock.steps.map((shown) => ({
      label: stepLabels[shown.step],
      state:
        shown.state === 'done' ? 'done' : shown.state === 'now' ? (late ? 'late' : 'now') : 'ahead',
      when: whenWords(shown, clock),
    })),
    elapsed: daysWords(clock),
    label: 'How far things have got since support was asked for',
  })
}

function whenWords({ state, on }: StepShown, { now }: PathwayClock): string | undefined {
  if (on !== null) return inWords(on)
  if (state === 'passed_over') return 'not needed so far'
  const due = state === 'now' ? now?.clock?.dueOn : undefined
  return due === undefined ? undefined : `by ${inWords(due)}`
}

function daysWords({ days, stoppedOn, closed }: PathwayClock): string {
  const count = days === 1 ? '1 day' : `${days} days`
  if (stoppedOn === null) return days === 0 ? 'Since today' : `${count} so far`
  return closed ? `Closed after ${count}` : `${count} until support started`
}
