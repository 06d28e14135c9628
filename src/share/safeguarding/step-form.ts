import { choice, hiddenId, hiddenVersion, optionalText, text } from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import type { offeredSteps } from './concern.ts'

type Offered = (typeof offeredSteps)[number]

/** One step of looking after a concern; `may` are those that can be taken now. */
export function stepForm(may: readonly Offered[]) {
  return form(
    {
      id: hiddenId(),
      version: hiddenVersion(),
      step: choice(may, 'Select what you did'),
      words: text('Enter what was done, found or decided, and why', 10_000),
      toWhom: optionalText(200),
      numberThere: optionalText(100),
    },
    ({ step, toWhom, numberThere }): readonly FieldFault[] => {
      if (step === 'refer' && toWhom === null)
        return [{ field: 'toWhom', message: 'Enter to whom you referred it' }]
      if (step === 'receipt' && numberThere === null)
        return [{ field: 'numberThere', message: 'Enter the number or name on their receipt' }]
      return []
    },
  )
}
