import type { IsoDate } from '#platform/lib/dates.ts'
import { choice, day, hiddenId, optionalChoice, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import type { Instrument } from './instrument.ts'
import type { ItemAnswers } from './score.rules.ts'

const modes = ['alone', 'with_worker', 'worker_wrote'] as const

/** The form of one reading. Any item may be left out: who does not answer is never held up. */
export function readingForm({ items, options }: Instrument, today: IsoDate) {
  const codes = options.map(({ code }) => String(code))
  return {
    about: form({
      id: hiddenId(),
      held_on: day('Enter the day on which it was answered', 'The day', {
        notAfter: { date: today, words: 'The day must be today or in the past' },
      }),
      mode: choice(modes, 'Select how it was answered'),
      present: optionalText(200),
    }),
    answers: form(Object.fromEntries(items.map(({ id }) => [id, optionalChoice(codes)]))),
  }
}

/** The codes that were chosen; an item that was left out is not there. */
export function itemAnswers(values: Readonly<Record<string, string | null>>): ItemAnswers {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, code]) => (code === null ? [] : [[id, Number(code)]])),
  )
}
