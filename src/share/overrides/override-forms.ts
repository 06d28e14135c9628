import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { readReference } from '#platform/lib/reference.ts'
import {
  choice,
  day,
  hiddenId,
  optionalDay,
  optionalText,
  text,
  type Field,
} from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { lastDayWithheld } from './override.rules.ts'
import { overrideKinds } from './override.ts'

const why = (missing: string): Field<string> => {
  const { parts, schema } = text(missing, 1000)
  return {
    parts,
    schema: schema.refine((given) => given.length >= 20, 'Write at least 20 characters'),
  }
}

/** Whom, why, and in words that the carer may read. */
export const openForm = (today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      reference: optionalText(20),
      familyName: optionalText(100),
      dateOfBirth: optionalDay('Date of birth', {
        notAfter: { date: today, words: 'Date of birth must be in the past' },
        notBefore: { date: isoDate('1890-01-01'), words: 'Date of birth must be after 1890' },
      }),
      kind: choice(overrideKinds, 'Select why you must open it'),
      reason: why('Enter what has happened'),
    },
    ({ reference, familyName, dateOfBirth }) => {
      if (reference !== null && readReference(reference) === null)
        return [{ field: 'reference', message: 'Enter a reference like ALG-7F3KM-9' }]
      if (reference === null && familyName === null)
        return [
          { field: 'reference', message: 'Enter a reference, or a last name and date of birth' },
        ]
      if (reference === null && dateOfBirth === null)
        return [{ field: 'dateOfBirth', message: 'Enter their date of birth' }]
      return []
    },
  )

export const lookedThroughForm = form({ words: text('Enter what you found', 1000) })

/** The safeguarding lead's word: why, and until which day before it is decided again. */
export const withholdForm = (today: IsoDate) =>
  form({
    because: why('Enter why the carer must not see it'),
    until: day('Enter the day by which you look at this again', 'The day', {
      notBefore: { date: today, words: 'The day must be today or later' },
      notAfter: { date: lastDayWithheld(today), words: 'The day must be within three months' },
    }),
  })
