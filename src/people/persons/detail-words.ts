import { inWords, isoDate } from '#platform/lib/dates.ts'
import { nhsNumberInWords } from '#platform/lib/nhs-number.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { wordsFor } from './code-words.ts'
import type { DetailField, Details } from './details-form.ts'

/** A detail's name as staff read it. */
export const detailLabels: Readonly<Record<DetailField, string>> = {
  title: 'Title',
  givenName: 'First names',
  familyName: 'Last name',
  knownAs: 'Known as',
  dateOfBirth: 'Date of birth',
  gender: 'Gender',
  ethnicGroup: 'Ethnic group',
  address1: 'Address',
  address2: 'Address line 2',
  town: 'Town or village',
  postcode: 'Postcode',
  homePhone: 'Home telephone',
  mobilePhone: 'Mobile telephone',
  email: 'Email',
  mayPhone: 'May we ring?',
  mayText: 'May we text?',
  mayEmail: 'May we email?',
  mayPost: 'May we write?',
  safeContact: 'How to contact safely',
  informationFormat: 'Reads best in',
  language: 'Language',
  nhsNumber: 'NHS number',
  gpPractice: 'GP practice',
  employment: 'Work',
  diedOn: 'Died on',
  note: 'Note',
}

const lists: Partial<Readonly<Record<DetailField, string>>> = {
  gender: 'genders',
  ethnicGroup: 'ethnic-groups',
  informationFormat: 'formats',
  employment: 'employment',
}

/** A detail's value as staff read it; null where there is none. */
export function detailWords(field: DetailField, value: Details[DetailField]): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const list = lists[field]
  if (list !== undefined) return wordsFor(list, value)
  if (field === 'dateOfBirth' || field === 'diedOn') return inWords(isoDate(value))
  if (field === 'homePhone' || field === 'mobilePhone') return phoneInWords(value)
  return field === 'nhsNumber' ? nhsNumberInWords(value) : value
}
