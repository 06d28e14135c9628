import { choice, day, hiddenId, optionalText, text } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { codesOf } from '#people/persons/code-words.ts'

/** One view of one decision. */
export const competenceForm = (today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      about: choice(codesOf('child-decisions'), 'Select what the decision is about'),
      decision: text('Enter the decision, in one sentence', 500),
      competent: choice(['yes', 'no'], 'Select whether they could decide this'),
      because: text('Enter what they understood and said, and how it was explained to them', 5000),
      whoDecides: optionalText(300),
      formedOn: day('Enter the day on which you saw this', 'The day on which you saw this', {
        notAfter: {
          date: today,
          words: 'The day on which you saw this must be today or in the past',
        },
      }),
    },
    ({ competent, whoDecides, because }) => [
      ...(because.length < 20
        ? [
            {
              field: 'because',
              message: 'Write more of what they understood: somebody may ask in years to come',
            },
          ]
        : []),
      ...(competent === 'no' && whoDecides === null
        ? [{ field: 'whoDecides', message: 'Enter who decides this with them or for them' }]
        : []),
    ],
  )
