import type { IsoDate } from '#platform/lib/dates.ts'
import { addMonths } from '#platform/lib/dates.ts'
import { readReference } from '#platform/lib/reference.ts'
import {
  choice,
  day,
  hiddenId,
  hiddenVersion,
  optionalChoice,
  optionalText,
  text,
  tick,
  whole,
} from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { passingReasons } from './passing.ts'
import type { Referral } from './referral.ts'

/** Whose record a referral goes to, who takes it, and by when they ring. */
export function acceptForm(of: { readonly today: IsoDate; readonly workers: readonly string[] }) {
  const { today } = of
  return form(
    {
      version: hiddenVersion(),
      newId: hiddenId(),
      record: text('Select the record of this carer, or a new one', 60),
      reference: optionalText(20),
      worker: choice(of.workers, 'Select who takes this on'),
      contactBy: day('Enter the day by which somebody rings the carer', 'The day', {
        notBefore: { date: today, words: 'The day must be today or later' },
        notAfter: { date: addMonths(today, 3), words: 'The day must be within three months' },
      }),
      assessmentAskedFor: tick(),
    },
    ({ record, reference }) => {
      if (record !== 'reference') return []
      if (reference === null)
        return [{ field: 'reference', message: 'Enter the reference of their record' }]
      return readReference(reference) === null
        ? [{ field: 'reference', message: 'Check the reference: it is not quite right' }]
        : []
    },
  )
}

/** To whom a referral is passed on and why; with the carer's agreement where it did not come with it. */
export function passOnForm({ mayPassOn }: Pick<Referral, 'mayPassOn'>) {
  return form(
    {
      version: hiddenVersion(),
      to: whole('Select who gets it', {
        min: 1,
        max: 2_000_000_000,
        words: 'Select who gets it',
      }),
      why: choice(passingReasons, 'Select why you cannot take it'),
      inWords: optionalText(1000),
      agreed: tick(),
      agreedHow: optionalChoice(['spoken', 'written']),
    },
    ({ agreed, agreedHow }): readonly FieldFault[] => {
      if (mayPassOn) return []
      if (!agreed)
        return [
          {
            field: 'agreed',
            message: 'Ask the carer first: they have not agreed to its being passed on',
          },
        ]
      return agreedHow === null
        ? [{ field: 'agreedHow', message: 'Select how the carer agreed' }]
        : []
    },
  )
}

export const askForm = form({
  version: hiddenVersion(),
  question: text('Enter your question', 2000),
})

/** Outcomes with which triage ends a referral without taking it on. */
export const declineOutcomes = [
  'not_a_carer',
  'declined_by_carer',
  'could_not_reach',
  'signposted',
  'information_given',
  'other',
] as const

export const declineForm = form({
  version: hiddenVersion(),
  outcome: choice(declineOutcomes, 'Select why you do not take it on'),
  words: text('Enter what the referrer may be told', 1000),
})

export const closeForm = form({
  version: hiddenVersion(),
  outcome: choice(
    codesOf('referral-outcomes').filter((code) => code !== 'waiting'),
    'Select what became of it',
  ),
  words: optionalText(1000),
})
