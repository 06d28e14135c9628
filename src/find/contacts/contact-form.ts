import { z } from 'zod'
import { addMonths, type IsoDate } from '#platform/lib/dates.ts'
import {
  choice,
  day,
  hiddenId,
  optionalDay,
  optionalText,
  optionalWhole,
  tick,
  type Field,
} from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { isId } from '#platform/lib/ids.ts'
import { channels, outcomes } from './contact.ts'
import { timeFrom } from './moment.rules.ts'

/** One contact, in one screen; a promise has words and a day, or is none. */
export function contactForm(of: {
  readonly today: IsoDate
  readonly workers: readonly [string, ...string[]]
}) {
  const { today } = of
  return form(
    {
      id: hiddenId(),
      keeps: optionalId(),
      channel: choice(channels, 'Select how you were in touch'),
      direction: choice(['in', 'out'], 'Select who got in touch'),
      outcome: choice(outcomes, 'Select what came of it'),
      words: optionalText(10_000),
      on: day('Enter the day of the contact', 'The day of the contact', {
        notAfter: { date: today, words: 'The day of the contact must be today or earlier' },
      }),
      time: optionalTime(),
      minutes: optionalWhole({
        min: 1,
        max: 600,
        words: 'Minutes must be a number between 1 and 600',
      }),
      breaksDiscussed: tick(),
      withheld: tick(),
      assessmentAskedFor: tick(),
      followUp: optionalText(300),
      followUpOn: optionalDay('The day of the promise', {
        notBefore: { date: today, words: 'The day of the promise must be today or later' },
        notAfter: {
          date: addMonths(today, 24),
          words: 'The day of the promise must be within two years',
        },
      }),
      followUpBy: choice(of.workers, 'Select who keeps the promise'),
    },
    ({ followUp, followUpOn, outcome, words }) => {
      if (followUp !== null && followUpOn === null) {
        return [{ field: 'followUpOn', message: 'Enter the day by which the promise is kept' }]
      }
      if (followUp === null && followUpOn !== null) {
        return [{ field: 'followUp', message: 'Enter what was promised' }]
      }
      const said = outcome === 'spoke' || outcome === 'information_given'
      return said && words === null
        ? [{ field: 'words', message: 'Enter what was said, in a few words' }]
        : []
    },
  )
}

type Time = NonNullable<ReturnType<typeof timeFrom>>

function optionalTime(): Field<Time | null> {
  const schema = z
    .string()
    .trim()
    .max(20)
    .transform((given, context): Time | null => {
      if (given === '') return null
      const time = timeFrom(given)
      if (time === null) context.addIssue('Enter a time, like 2:30pm or 14:30')
      return time
    })
  return { parts: 'one', schema }
}

/** The contact whose promise this one keeps, where it does. */
function optionalId(): Field<string | null> {
  const schema = z.string().transform((given) => (isId(given) ? given : null))
  return { parts: 'one', schema }
}
