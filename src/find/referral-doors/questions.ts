import type { IsoDate } from '#platform/lib/dates.ts'
import { addMonths } from '#platform/lib/dates.ts'
import {
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalText,
  optionalWhole,
  tick,
  type Field,
} from '#platform/web/fields.ts'
import { codesOf, codeWords } from '#people/persons/code-words.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import { optionalBirth, optionalPhone, optionalPostcode } from '#people/persons/person-fields.ts'
import { parentKnowsWords, willingWords, workWords } from '../referrals/asked.ts'

/** How a question is put. */
type Asking = {
  readonly label: string
  readonly hint?: string
  readonly as: 'line' | 'area' | 'day' | 'radios' | 'select' | 'tick'
  readonly width?: string
  readonly type?: 'tel' | 'email'
  readonly options?: () => Iterable<readonly [value: string, text: string]>
  /** What is said where it is needed and was left out. */
  readonly missing: string
  readonly field: (today: IsoDate) => Field<unknown>
}

const coded = (words: Readonly<Record<string, string>>) => ({
  as: 'radios' as const,
  options: () => Object.entries(words),
  field: () => optionalChoice(Object.keys(words)),
})

/** Everything that any door asks about a carer. A door is a choice among these (`doors.ts`). */
export const questions = {
  givenName: {
    label: 'First name',
    as: 'line',
    missing: 'Enter the carer’s first name',
    field: () => optionalText(100),
  },
  familyName: {
    label: 'Last name',
    as: 'line',
    missing: 'Enter the carer’s last name',
    field: () => optionalText(100),
  },
  dateOfBirth: {
    label: 'Date of birth',
    hint: 'For example, 27 3 1951',
    as: 'day',
    missing: 'Enter the carer’s date of birth',
    field: (today: IsoDate) => optionalBirth(today),
  },
  age: {
    label: 'Age, about',
    as: 'line',
    width: 'govuk-input--width-3',
    missing: 'Enter about how old they are',
    field: () =>
      optionalWhole({ min: 3, max: 110, words: 'Age must be a number between 3 and 110' }),
  },
  telephone: {
    label: 'Telephone number',
    as: 'line',
    type: 'tel',
    width: 'govuk-input--width-20',
    missing: 'Enter the carer’s telephone number',
    field: () => optionalPhone(),
  },
  address1: {
    label: 'House and street',
    as: 'line',
    missing: 'Enter the house and street',
    field: () => optionalText(100),
  },
  postcode: {
    label: 'Postcode',
    as: 'line',
    width: 'govuk-input--width-10',
    missing: 'Enter the postcode',
    field: () => optionalPostcode(),
  },
  email: {
    label: 'Email, if they use it',
    as: 'line',
    type: 'email',
    missing: 'Enter an email address',
    field: () => optionalEmail(),
  },
  kind: {
    label: 'Which kind of carer are they?',
    as: 'radios',
    missing: 'Select which kind of carer they are',
    field: () => optionalChoice(carerKinds),
  },
  reason: {
    label: 'What would help most',
    as: 'select',
    options: () => codeWords('referral-reasons'),
    missing: 'Select what would help most',
    field: () => optionalChoice(codesOf('referral-reasons')),
  },
  relationship: {
    label: 'Whom they look after',
    as: 'select',
    options: () => codeWords('relationships'),
    missing: 'Select whom they look after',
    field: () => optionalChoice(codesOf('relationships')),
  },
  ward: {
    label: 'Ward',
    as: 'line',
    width: 'govuk-input--width-20',
    missing: 'Enter the ward',
    field: () => optionalText(100),
  },
  dischargeOn: {
    label: 'When is the patient expected to go home?',
    hint: 'The expected discharge date, as far as you know it',
    as: 'day',
    missing: 'Enter the expected discharge date',
    field: (today: IsoDate) =>
      optionalDay('The expected discharge date', {
        notBefore: {
          date: addMonths(today, -1),
          words: 'The expected discharge date must be no more than a month ago',
        },
        notAfter: {
          date: addMonths(today, 12),
          words: 'The expected discharge date must be within a year',
        },
      }),
  },
  willingAndAble: {
    ...coded(willingWords),
    label: 'Is the carer willing and able to care?',
    missing: 'Select whether the carer is willing and able',
  },
  schoolYear: {
    label: 'School year',
    as: 'line',
    width: 'govuk-input--width-5',
    missing: 'Enter the school year',
    field: () => optionalText(20),
  },
  parentKnows: {
    ...coded(parentKnowsWords),
    label: 'Does a parent know of this referral?',
    missing: 'Select whether a parent knows',
  },
  reachThrough: {
    label: 'Through whom at school can we reach them?',
    hint: 'An adult they trust, with a telephone number',
    as: 'line',
    missing: 'Enter who at school we can speak to',
    field: () => optionalText(200),
  },
  work: { ...coded(workWords), label: 'Work', missing: 'Select how they stand with work' },
  theirReference: {
    label: 'Your own reference',
    as: 'line',
    width: 'govuk-input--width-10',
    missing: 'Enter your own reference',
    field: () => optionalText(40),
  },
  knowsThem: {
    label: 'How do you know them?',
    hint: 'For example: I am her daughter, I live next door',
    as: 'line',
    missing: 'Enter how you know them',
    field: () => optionalText(200),
  },
  safeContact: {
    label: 'How to reach them safely',
    hint: 'Times to avoid, no voicemail, nothing by post',
    as: 'line',
    missing: 'Enter how to reach them safely',
    field: () => optionalText(200),
  },
  more: {
    label: 'Anything we should know',
    hint: 'Whom they look after, how best to reach them, any risk when we visit or ring',
    as: 'area',
    missing: 'Tell us what we should know',
    field: () => optionalText(2000),
  },
  urgent: {
    label: 'This is urgent',
    hint: 'Caring may break down within days. We ring on the next working day. If anyone is in danger, call 999.',
    as: 'tick',
    missing: '',
    field: () => tick(),
  },
} as const satisfies Readonly<Record<string, Asking>>

export type Question = keyof typeof questions
export const questionNames = Object.keys(questions) as readonly Question[]

/** How a question is put, without what TypeScript knows of it in particular. */
export const askingOf = (question: Question): Asking => questions[question]

/** What came of each question; null where it was left out or this door does not ask it. */
export type Answers = {
  readonly [Q in Question]: ReturnType<(typeof questions)[Q]['field']> extends Field<infer T>
    ? T | null
    : never
}
