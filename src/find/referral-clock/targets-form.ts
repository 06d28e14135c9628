import type { IsoDate } from '#platform/lib/dates.ts'
import { choice, day, hiddenId, tick, whole } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { carerKinds } from '#people/persons/involvement.ts'

const days = (missing: string, min: number) =>
  whole(missing, { min, max: 60, words: `Working days must be a number from ${min} to 60` })

/** A promise: for whom, from when, and how many working days. Never backwards: what has come keeps its own. */
export function targetForm(today: IsoDate) {
  return form(
    {
      id: hiddenId(),
      kind: choice(carerKinds, 'Select the kind of carer'),
      urgent: tick(),
      fromOn: day('Enter from when it holds', 'The day', {
        notBefore: { date: today, words: 'It can hold from today on, not from earlier' },
      }),
      answerDays: days('Enter in how many working days you answer', 1),
      amberDays: days('Enter after how many working days it turns amber', 0),
      talkDays: days('Enter in how many working days somebody rings', 1),
    },
    ({ amberDays, answerDays }) =>
      amberDays > answerDays
        ? [{ field: 'amberDays', message: 'It must turn amber before the answer is due' }]
        : [],
  )
}
