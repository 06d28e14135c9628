import { z } from 'zod'
import type { IsoDate } from '#platform/lib/dates.ts'
import { emailFrom } from '#platform/lib/email.ts'
import { phoneFrom } from '#platform/lib/phone.ts'
import { postcodeFrom } from '#platform/lib/postcode.ts'
import { refused, ok, type Result } from '#platform/lib/result.ts'
import { kindDoubt } from '#find/referrals/triage.rules.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { carerKinds } from '#people/persons/involvement.ts'

/** Text without the one character that no text in the database may hold. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\u0000'), 'Leave out the null character')

const line = (most: number) => words(most).nullable().default(null)

/** A referral as another system tells it: what a referrer's page asks, and no e-mail address needed. */
export const toldReferral = z.object({
  given_name: words(100),
  family_name: words(100),
  date_of_birth: z.iso.date().nullable().default(null),
  age: z
    .number()
    .int()
    .min(3)
    .max(110)
    .nullable()
    .default(null)
    .describe('Where the date is not known'),
  telephone: line(40),
  address: line(100).describe('House and street'),
  postcode: line(10),
  email: line(254),
  kind: z.enum(carerKinds).nullable().default(null).describe('By age where it is left out'),
  reason: z.enum(codesOf('referral-reasons')).nullable().default(null),
  more: line(2000).describe('What triage should know'),
  urgent: z.boolean().default(false),
  carer_agreed: z.literal(true).describe('Without the carer’s agreement we cannot ring them'),
  agreed_how: z.enum(['spoken', 'written']),
  share_outcome: z
    .boolean()
    .default(false)
    .describe('The carer agreed that the sender hears what became of it'),
  may_pass_on: z
    .boolean()
    .default(false)
    .describe('The carer agreed to its being passed on to whoever can help'),
})

export type ToldReferral = z.output<typeof toldReferral>

export type ToldFault = { readonly field: keyof ToldReferral; readonly detail: string }

/** The same with telephone, postcode and e-mail as we write them, or what does not fit together. */
export function soundReferral(
  told: ToldReferral,
  today: IsoDate,
): Result<ToldReferral, readonly ToldFault[]> {
  const faults: ToldFault[] = []
  const checked = <T extends 'telephone' | 'postcode' | 'email'>(
    field: T,
    read: (text: string) => string | null,
    detail: string,
  ): string | null => {
    const given = told[field]
    if (given === null) return null
    const value = read(given)
    if (value === null) faults.push({ field, detail })
    return value
  }
  const telephone = checked(
    'telephone',
    phoneFrom,
    'Give a telephone number of the United Kingdom, such as 01632 960 001',
  )
  const postcode = checked('postcode', postcodeFrom, 'Give a full postcode, such as WR5 2NP')
  const email = checked('email', emailFrom, 'Give an email address, such as name@example.com')
  const birth = told.date_of_birth as IsoDate | null
  if (birth !== null && (birth > today || birth < '1900-01-01'))
    faults.push({ field: 'date_of_birth', detail: 'Give a date of birth in the past, since 1900' })
  else if (birth === null && told.age === null)
    faults.push({ field: 'date_of_birth', detail: 'Give the carer’s date of birth, or their age' })
  if (telephone === null && told.address === null && email === null)
    faults.push({
      field: 'telephone',
      detail:
        'Give a telephone number, an address or an email address, so that we can reach the carer',
    })
  const doubt =
    told.kind === null ? null : kindDoubt(told.kind, { dateOfBirth: birth, age: told.age }, today)
  if (doubt !== null) faults.push({ field: 'kind', detail: doubt })
  return faults.length > 0 ? refused(faults) : ok({ ...told, telephone, postcode, email })
}
