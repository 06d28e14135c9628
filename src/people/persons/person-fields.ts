import { z } from 'zod'
import type { Field } from '#platform/web/fields.ts'
import { day, optionalDay } from '#platform/web/fields.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { nhsNumberFrom } from '#platform/lib/nhs-number.ts'
import { phoneFrom } from '#platform/lib/phone.ts'
import { postcodeFrom } from '#platform/lib/postcode.ts'

/** A line that may be left out, read by one of the house's readers and kept as that writes it. */
function optionalRead(read: (text: string) => string | null, wrong: string): Field<string | null> {
  const schema = z
    .string()
    .trim()
    .max(200, 'Use 200 characters or fewer')
    .transform((given, context): string | null => {
      if (given === '') return null
      const value = read(given)
      if (value === null) context.addIssue(wrong)
      return value
    })
  return { parts: 'one', schema }
}

export const optionalPostcode = (): Field<string | null> =>
  optionalRead(postcodeFrom, 'Enter a full UK postcode, like WR5 2NP')

export const optionalPhone = (): Field<string | null> =>
  optionalRead(phoneFrom, 'Enter a telephone number, like 01905 751 000 or 07700 900 982')

export const optionalNhsNumber = (): Field<string | null> =>
  optionalRead(nhsNumberFrom, 'Check the NHS number: its 10 digits do not belong together')

const earliestBirth = {
  date: isoDate('1900-01-01'),
  words: 'Date of birth must be in 1900 or later',
}

const birthLimits = (today: IsoDate) => ({
  notBefore: earliestBirth,
  notAfter: { date: today, words: 'Date of birth must be in the past' },
})

export const optionalBirth = (today: IsoDate): Field<IsoDate | null> =>
  optionalDay('Date of birth', birthLimits(today))

export const birth = (missing: string, today: IsoDate): Field<IsoDate> =>
  day(missing, 'Date of birth', birthLimits(today))
