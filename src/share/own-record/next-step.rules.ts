import type { ClockStep, PathwayClock } from '#people/persons/clock.rules.ts'
import { inWords } from '#platform/lib/dates.ts'

// Care Act 2014 s.9 to s.13 and s.24 to s.25 set the order of the steps (in force 1 April 2015); the
// same clock is on the worker's page, in fewer words.
const next: Readonly<Record<ClockStep, string>> = {
  asked: 'You can ask us for support.',
  talked: 'Next, someone gets in touch to talk with you about what would help.',
  assessed:
    'Next, we go through with you how caring affects you, if you would like that. It is called an assessment.',
  decided: 'Next, we decide what you are entitled to, and write to you with the reasons.',
  supported: 'Next, we write your support plan with you, and support begins.',
}

/** What happens next, said to the carer; null clock: nobody has asked, or nothing is under way. */
export function nextStep(clock: PathwayClock | null): string {
  if (clock === null)
    return 'Nothing is under way just now. You can write to us or ring at any time.'
  if (clock.stoppedOn === null) {
    const now = clock.steps.find(({ state }) => state === 'now')
    return now === undefined ? next.supported : next[now.step]
  }
  const supported = clock.steps.at(-1)?.on === clock.stoppedOn
  return supported
    ? `Your support began on ${inWords(clock.stoppedOn)}.`
    : `We finished this on ${inWords(clock.stoppedOn)}. You can come back to us at any time.`
}
