import { wordsFor } from '#people/persons/code-words.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import type { OwnDetails, OwnField } from './own-details-form.ts'

/** A detail's name, said to the carer. */
export const ownLabels: Readonly<Record<OwnField, string>> = {
  homePhone: 'Home telephone',
  mobilePhone: 'Mobile telephone',
  email: 'Email',
  mayPhone: 'We may ring you',
  mayText: 'We may text you',
  mayEmail: 'We may email you',
  mayPost: 'We may write to you by post',
  safeContact: 'What we must know before we get in touch',
  informationFormat: 'You like to read',
  language: 'Language',
}

/** A detail's value, said to the carer; null where there is none. */
export function ownWords(field: OwnField, details: OwnDetails): string | null {
  const value = details[field]
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (field === 'homePhone' || field === 'mobilePhone') return phoneInWords(value)
  return field === 'informationFormat' ? wordsFor('formats', value) : value
}

const ways = [
  ['mayPhone', 'by phone'],
  ['mayText', 'by text'],
  ['mayEmail', 'by email'],
  ['mayPost', 'by post'],
] as const

/** The ways in which a carer may be reached; null where none was agreed. */
export function waysInWords(details: OwnDetails): string | null {
  const agreed = ways.filter(([field]) => details[field] === true).map(([, words]) => words)
  return agreed.length === 0 ? null : agreed.join(', ')
}
