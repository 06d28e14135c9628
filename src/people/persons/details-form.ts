import type { IsoDate } from '#platform/lib/dates.ts'
import { dayTyped, form, freshForm, type FormState } from '#platform/web/form.ts'
import {
  choice,
  hiddenVersion,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalText,
  text,
} from '#platform/web/fields.ts'
import { codesOf } from './code-words.ts'
import {
  optionalBirth,
  optionalNhsNumber,
  optionalPhone,
  optionalPostcode,
} from './person-fields.ts'
import type { Person } from './person.ts'

/** What staff may change of a person's details, field by field; also the order of the page. */
export const detailFields = [
  'title',
  'givenName',
  'familyName',
  'knownAs',
  'dateOfBirth',
  'gender',
  'ethnicGroup',
  'address1',
  'address2',
  'town',
  'postcode',
  'homePhone',
  'mobilePhone',
  'email',
  'mayPhone',
  'mayText',
  'mayEmail',
  'mayPost',
  'safeContact',
  'informationFormat',
  'language',
  'nhsNumber',
  'gpPractice',
  'employment',
  'diedOn',
  'note',
] as const satisfies readonly (keyof Person)[]

export type DetailField = (typeof detailFields)[number]

export type Details = Pick<Person, DetailField>

/** The form of the details page; `version` is the row's as the page was opened. */
export function detailsForm(today: IsoDate) {
  return form(
    {
      version: hiddenVersion(),
      title: optionalText(20),
      givenName: text('Enter a first name', 100),
      familyName: text('Enter a last name', 100),
      knownAs: optionalText(100),
      dateOfBirth: optionalBirth(today),
      gender: optionalChoice(codesOf('genders')),
      ethnicGroup: optionalChoice(codesOf('ethnic-groups')),
      address1: optionalText(100),
      address2: optionalText(100),
      town: optionalText(60),
      postcode: optionalPostcode(),
      homePhone: optionalPhone(),
      mobilePhone: optionalPhone(),
      email: optionalEmail(),
      mayPhone: yesNo(),
      mayText: yesNo(),
      mayEmail: yesNo(),
      mayPost: yesNo(),
      safeContact: optionalText(300),
      informationFormat: choice(codesOf('formats'), 'Select the format in which they read'),
      language: optionalText(60),
      nhsNumber: optionalNhsNumber(),
      gpPractice: optionalText(120),
      employment: optionalChoice(codesOf('employment')),
      diedOn: optionalDay('The day they died', {
        notAfter: { date: today, words: 'The day they died must be today or earlier' },
      }),
      note: optionalText(2000),
    },
    ({ dateOfBirth, diedOn }) =>
      dateOfBirth !== null && diedOn !== null && diedOn < dateOfBirth
        ? [{ field: 'diedOn', message: 'The day they died must be after their birth' }]
        : [],
  )
}

/** Yes, no, or not asked yet. */
function yesNo() {
  const field = optionalChoice(['yes', 'no'])
  const schema = field.schema.transform((given) => (given === null ? null : given === 'yes'))
  return { parts: field.parts, schema }
}

/** The details page filled from the record, or from values put together after a conflict. */
export function filledDetails(details: Details, version: number): FormState {
  const typed: Record<string, string> = { version: String(version) }
  for (const name of detailFields) {
    const value = details[name]
    typed[name] = value === true ? 'yes' : value === false ? 'no' : (value ?? '')
  }
  return freshForm({
    ...typed,
    ...dayTyped('dateOfBirth', details.dateOfBirth),
    ...dayTyped('diedOn', details.diedOn),
  })
}

/** Only the details of a person, of a row or of what was typed. */
export function detailsOf(row: Details): Details {
  return Object.fromEntries(detailFields.map((name) => [name, row[name]])) as Details
}
