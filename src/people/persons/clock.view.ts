import { clockStrip } from '#platform/govuk/own/clock-strip.ts'
import { inWords } from '#platform/lib/dates.ts'
import type { Html } from '#platform/lib/html.ts'
import type { ClockStep, PathwayClock } from './clock.rules.ts'

const labels: Readonly<Record<ClockStep, string>> = {
  asked: 'Asked',
  talked: 'Talked',
  assessed: 'Assessed',
  decided: 'Decided',
  supported: 'Support',
}

/** The clock as carer, worker and manager all see it. */
export function clockView(clock: PathwayClock): Html {
  return clockStrip({
    steps: clock.steps.map(({ step, state, on }) => ({
      label: labels[step],
      state: state === 'later' || state === 'passed_over' ? 'ahead' : state,
      when: on === null ? (state === 'passed_over' ? 'not needed so far' : undefined) : inWords(on),
    })),
    elapsed: daysWords(clock),
    label: 'How far things have got since support was asked for',
  })
}

function daysWords({ days, stoppedOn, steps }: PathwayClock): string {
  const count = days === 1 ? '1 day' : `${days} days`
  if (stoppedOn === null) return days === 0 ? 'Since today' : `${count} so far`
  const supported = steps.at(-1)?.state === 'done'
  return supported ? `${count} in all` : `Closed after ${count}`
}
