import { codesOf } from '#people/persons/code-words.ts'
import { optionalPhone } from '#people/persons/person-fields.ts'
import type { Person } from '#people/persons/person.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import {
  choice,
  choices,
  hiddenVersion,
  optionalEmail,
  optionalText,
} from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'

const mayWays = ['phone', 'text', 'email', 'post'] as const

/** What carers may change of their own record by themselves: how they are reached and what they read. */
export type OwnDetails = Pick<
  Person,
  | 'homePhone'
  | 'mobilePhone'
  | 'email'
  | 'mayPhone'
  | 'mayText'
  | 'mayEmail'
  | 'mayPost'
  | 'safeContact'
  | 'informationFormat'
  | 'language'
>

export type OwnField = keyof OwnDetails

export const ownFields = [
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
] as const satisfies readonly OwnField[]

const fields = {
  version: hiddenVersion(),
  homePhone: optionalPhone(),
  mobilePhone: optionalPhone(),
  email: optionalEmail(),
  may: choices(mayWays, 'Select at least one way in which we may reach you'),
  safeContact: optionalText(300),
  informationFormat: choice(codesOf('formats'), 'Select how you like to read'),
  language: optionalText(60),
}

/** A way to be reached needs the number or address that goes with it. */
export const ownDetailsForm = form(fields, ({ may, homePhone, mobilePhone, email }) => [
  ...(may.includes('phone') && homePhone === null && mobilePhone === null
    ? [{ field: 'homePhone', message: 'Enter a telephone number, so that we can ring you' }]
    : []),
  ...(may.includes('text') && mobilePhone === null
    ? [{ field: 'mobilePhone', message: 'Enter a mobile number, so that we can text you' }]
    : []),
  ...(may.includes('email') && email === null
    ? [{ field: 'email', message: 'Enter an email address, so that we can email you' }]
    : []),
])

type Typed = Extract<ReturnType<typeof ownDetailsForm.read>, { ok: true }>['value']

/** The details as typed, as the record has them. */
export function typedDetails(typed: Typed): OwnDetails {
  const { may, homePhone, mobilePhone, email, safeContact, informationFormat, language } = typed
  return {
    homePhone,
    mobilePhone,
    email,
    safeContact,
    informationFormat,
    language,
    mayPhone: may.includes('phone'),
    mayText: may.includes('text'),
    mayEmail: may.includes('email'),
    mayPost: may.includes('post'),
  }
}

/** Only what a carer may change, of a whole row. */
export function ownDetailsOf(row: OwnDetails): OwnDetails {
  return Object.fromEntries(ownFields.map((field) => [field, row[field]])) as OwnDetails
}

/** The form filled from the record, or from values put together after a conflict. */
export function filledOwnDetails(details: OwnDetails, version: number): FormState {
  const may = mayWays.filter((way) => details[mayField[way]] === true)
  return freshForm({
    version: String(version),
    homePhone: phoneInWords(details.homePhone ?? ''),
    mobilePhone: phoneInWords(details.mobilePhone ?? ''),
    email: details.email ?? '',
    may,
    safeContact: details.safeContact ?? '',
    informationFormat: details.informationFormat,
    language: details.language ?? '',
  })
}

const mayField = { phone: 'mayPhone', text: 'mayText', email: 'mayEmail', post: 'mayPost' } as const
