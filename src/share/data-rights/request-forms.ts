import type { IsoDate } from '#platform/lib/dates.ts'
import { choice, day, hiddenId, optionalChoice, optionalText, text } from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import { readReference } from '#platform/lib/reference.ts'
import { keepGrounds, type KeepGround } from './erasure.rules.ts'
import { askers, kinds, ownKinds, ways, type StepKind } from './data-rights.ts'

type Keys<T> = [keyof T & string, ...(keyof T & string)[]]

/** Somebody's request, as it came in. */
export const requestForm = (today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      reference: text('Enter the reference of the record, such as ALG-7F3KM-9'),
      kind: choice(Object.keys(kinds) as Keys<typeof kinds>, 'Select what they ask for'),
      askedBy: choice(Object.keys(askers) as Keys<typeof askers>, 'Select who asks'),
      askerName: text('Enter the name of who asks'),
      receivedHow: choice(Object.keys(ways) as Keys<typeof ways>, 'Select how they asked'),
      receivedOn: day('Enter the day on which they asked', 'The day on which they asked', {
        notAfter: {
          date: today,
          words: 'The day on which they asked must be today or in the past',
        },
      }),
      words: optionalText(10_000),
    },
    ({ reference, kind, words }): readonly FieldFault[] => [
      ...(readReference(reference) === null
        ? [{ field: 'reference', message: 'Enter a reference like ALG-7F3KM-9' }]
        : []),
      ...(kind === 'correction' && words === null
        ? [{ field: 'words', message: 'Enter what is wrong and how it ought to read' }]
        : []),
    ],
  )

/** A step that was taken about a request. */
export const stepForm = (offered: readonly StepKind[], receivedOn: IsoDate, today: IsoDate) =>
  form({
    id: hiddenId(),
    step: choice(offered, 'Select what was done'),
    takenOn: day('Enter the day on which it was done', 'The day on which it was done', {
      notBefore: {
        date: receivedOn,
        words: 'The day on which it was done must not be before the request',
      },
      notAfter: { date: today, words: 'The day on which it was done must be today or in the past' },
    }),
    words: text('Enter how and why', 10_000),
  })

/**
 * What is done with a statement; `keptFrom`: a child asked that their family is not told of it, and then
 * it is withheld and nothing else.
 */
export const decisionForm = (keptFrom: boolean) =>
  form(
    {
      decision: choice(['disclose', 'redact', 'withhold'], 'Select what to do with it'),
      words: optionalText(10_000),
    },
    ({ decision, words }) => {
      if (keptFrom && decision !== 'withhold')
        return [
          {
            field: 'decision',
            message:
              'A child asked that their family is not told: withhold it, or speak with the child first and change that on their record',
          },
        ]
      if (decision === 'redact' && words === null)
        return [{ field: 'words', message: 'Enter the words that stand in its place' }]
      if (decision === 'withhold' && words === null)
        return [{ field: 'words', message: 'Enter why it is withheld' }]
      return []
    },
  )

export const releaseForm = form({
  id: hiddenId(),
  how: text('Enter how it is handed over, such as by recorded post to their home'),
})

/** Somebody answers a request for erasure; where it is kept, the law's ground is said too. */
export const erasureForm = form(
  {
    id: hiddenId(),
    decision: choice(['erase', 'keep'], 'Select whether the record is erased or kept'),
    ground: optionalChoice(Object.keys(keepGrounds) as [KeepGround, ...KeepGround[]]),
    because: text('Enter why, in words that whoever asked understands', 4000),
    how: text('Enter how the answer is handed over, such as by post to their home'),
  },
  ({ decision, ground }) =>
    decision === 'keep' && ground === null
      ? [{ field: 'ground', message: 'Select the ground on which it is kept' }]
      : [],
)

/** A carer asks for themself. */
export const ownRequestForm = form(
  {
    id: hiddenId(),
    kind: choice(Object.keys(ownKinds) as Keys<typeof ownKinds>, 'Select what you want to ask for'),
    words: optionalText(10_000),
  },
  ({ kind, words }) =>
    kind === 'correction' && words === null
      ? [{ field: 'words', message: 'Tell us what is wrong and how it ought to read' }]
      : [],
)
