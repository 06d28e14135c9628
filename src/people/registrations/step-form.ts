import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import {
  choice,
  day,
  hiddenVersion,
  optionalChoice,
  optionalText,
  text,
} from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { type StepName, stepOf } from './life.rules.ts'
import type { Registration } from './registration.ts'

/** What is asked for a step: its day, why it ends where it ends for one of several reasons, and words. */
export function stepForm(step: StepName, registration: Registration, today: IsoDate) {
  const { reasons, words } = stepOf(step)
  const [first, ...others] = reasons
  return form({
    version: hiddenVersion(),
    on: day('Enter the day', 'The day', {
      notBefore: {
        date: isoDate(registration.registeredOn),
        words: 'The day must not be before they were registered',
      },
      notAfter: { date: today, words: 'The day must be today or earlier' },
    }),
    reason:
      first === undefined || others.length === 0
        ? optionalChoice(reasons)
        : choice(reasons, 'Select why'),
    words: words ? text('Say in a few words why', 1000) : optionalText(1000),
  })
}
