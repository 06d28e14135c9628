import { emailFrom } from '#platform/lib/email.ts'
import { isMobile, phoneFrom, phoneInWords } from '#platform/lib/phone.ts'
import { choices, optionalText } from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import type { Way } from '../draft.ts'
import { noteRow, row, step } from '../step.ts'
import { checkboxesField, lineField } from './question.view.ts'

export const reachWays = ['phone', 'text', 'email', 'post', 'someone'] as const

const title = 'How can we reach you?'

type Reach = {
  readonly reach: readonly (typeof reachWays)[number][]
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly postTo: string | null
  readonly someone: string | null
}

export const reachForm = () =>
  form(
    {
      reach: choices(reachWays, 'Select at least one way to reach you'),
      phone: optionalText(60),
      mobile: optionalText(60),
      email: optionalText(254),
      postTo: optionalText(300),
      someone: optionalText(200),
    },
    faultsOf,
  )

/** Only what belongs to a way that was chosen is looked at: the rest may hold anything. */
function faultsOf(of: Reach): readonly FieldFault[] {
  const wrong: readonly [boolean, string, string][] = [
    [
      of.reach.includes('phone') && phoneFrom(of.phone ?? '') === null,
      'phone',
      'Enter a telephone number, like 01632 960 001 or 07700 900 982',
    ],
    [
      of.reach.includes('text') && !isMobile(phoneFrom(of.mobile ?? '') ?? ''),
      'mobile',
      'Enter a mobile number that can get texts, like 07700 900 982',
    ],
    [
      of.reach.includes('email') && emailFrom(of.email ?? '') === null,
      'email',
      'Enter an email address in the correct format, like name@example.com',
    ],
    [of.reach.includes('post') && of.postTo === null, 'postTo', 'Enter the address to write to'],
    [
      of.reach.includes('someone') && of.someone === null,
      'someone',
      'Enter who we can reach you through, and how',
    ],
  ]
  return wrong.flatMap(([is, field, message]) => (is ? [{ field, message }] : []))
}

export const howToReachYou = step({
  slug: 'how-to-reach-you',
  ways: ['adult', 'young'],
  title: () => title,
  names: ['reach', 'phone', 'mobile', 'email', 'postTo', 'someone'],
  form: reachForm,
  view: (state, { way }) =>
    checkboxesField(state, {
      name: 'reach',
      heading: title,
      hint: 'One way is enough. Select all that suit you.',
      items: itemsFor(way).map(({ value, text, field }) => ({
        value,
        text,
        conditional: { html: lineField(state, field) },
      })),
    }),
  rows: (of) => [
    ...row(
      'Ring you on',
      of.reach.includes('phone') ? phoneInWords(phoneFrom(of.phone ?? '') ?? '') : null,
    ),
    ...row(
      'Text you on',
      of.reach.includes('text') ? phoneInWords(phoneFrom(of.mobile ?? '') ?? '') : null,
    ),
    ...row('Email you at', of.reach.includes('email') ? emailFrom(of.email ?? '') : null),
    ...noteRow('Write to you at', of.reach.includes('post') ? of.postTo : null),
    ...noteRow('Reach you through', of.reach.includes('someone') ? of.someone : null),
  ],
})

const itemsFor = (way: Way) =>
  [
    {
      value: 'phone',
      text: 'By phone',
      field: {
        name: 'phone',
        label: 'Telephone number',
        type: 'tel',
        autocomplete: 'tel',
        width: 20,
      },
    },
    {
      value: 'text',
      text: 'By text',
      field: {
        name: 'mobile',
        label: 'Mobile number',
        type: 'tel',
        autocomplete: 'tel',
        width: 20,
      },
    },
    {
      value: 'email',
      text: 'By email',
      field: { name: 'email', label: 'Email address', type: 'email', autocomplete: 'email' },
    },
    { value: 'post', text: 'By letter', field: { name: 'postTo', label: 'Address to write to' } },
    {
      value: 'someone',
      text: way === 'young' ? 'Through a grown-up I trust' : 'Through someone else',
      field: {
        name: 'someone',
        label: 'Who, and how we reach them',
        hint:
          way === 'young'
            ? 'For example: Mrs Reid, my form teacher'
            : 'For example: my sister Ann, 01632 960 002',
      },
    },
  ] as const
