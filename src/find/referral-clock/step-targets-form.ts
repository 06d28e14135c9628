import type { IsoDate } from '#platform/lib/dates.ts'
import { choice, day, hiddenId, whole } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { pathwayKinds, promisedSteps } from '#people/pathway/pathway.ts'

const days = (missing: string, min: number) =>
  whole(missing, { min, max: 120, words: `Working days must be a number from ${min} to 120` })

/** A promise of a step: for whom, from when, and how many working days. Never backwards: a clock that runs keeps its own. */
export function stepTargetForm(today: IsoDate) {
  return form(
    {
      id: hiddenId(),
      kind: choice(pathwayKinds, 'Select the kind of carer'),
      step: choice(promisedSteps, 'Select the step'),
      fromOn: day('Enter from when it holds', 'The day', {
        notBefore: { date: today, words: 'It can hold from today on, not from earlier' },
      }),
      days: days('Enter in how many working days it is due', 1),
      amberDays: days('Enter after how many working days it turns amber', 0),
    },
    ({ amberDays, days: due }) =>
      amberDays > due
        ? [{ field: 'amberDays', message: 'It must turn amber before the step is due' }]
        : [],
  )
}
