import { choice, hiddenId, optionalText, text } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { readReference } from '#platform/lib/reference.ts'

/** What is decided on a proposal: its end, or another year with a reason. */
export const disposalForm = form(
  {
    answer: choice(['approve', 'keep'], 'Select whether the record ends or is kept'),
    because: optionalText(2000),
  },
  ({ answer, because }) =>
    answer === 'keep' && because === null
      ? [{ field: 'because', message: 'Enter why the record is kept' }]
      : [],
)

/** The second person says that they know what they do. */
export const eraseForm = form({
  sure: choice(['yes'], 'Tick the box to say that nothing of it can be brought back'),
})

export const holdForm = form(
  {
    id: hiddenId(),
    whom: choice(['person', 'everybody'], 'Select whose records are held'),
    reference: optionalText(40),
    reason: text('Enter why, in ten characters or more', 2000),
  },
  ({ whom, reference, reason }) => [
    ...(whom === 'person' && readReference(reference ?? '') === null
      ? [{ field: 'reference', message: 'Enter a reference like ALG-7F3KM-9' }]
      : []),
    ...(reason.length < 10
      ? [{ field: 'reason', message: 'Enter why, in ten characters or more' }]
      : []),
  ],
)

export const endHoldForm = form({ because: text('Enter why the hold ends', 2000) })
