import type { IsoDate } from '#platform/lib/dates.ts'
import {
  choice,
  hiddenId,
  mustTick,
  optionalChoice,
  optionalEmail,
  optionalText,
  optionalWhole,
  text,
  tick,
  whole,
} from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import { optionalBirth, optionalPhone, optionalPostcode } from '#people/persons/person-fields.ts'
import { kindDoubt } from './triage.rules.ts'

export const agreedHows = ['spoken', 'written'] as const

/** What a referrer tells of a carer in one short page. */
export function referForm(today: IsoDate) {
  return form(
    {
      id: hiddenId(),
      sender: whole('Select who is sending this', {
        min: 1,
        max: 2_000_000_000,
        words: 'Select who is sending this',
      }),
      givenName: text('Enter the carer’s first name', 100),
      familyName: text('Enter the carer’s last name', 100),
      dateOfBirth: optionalBirth(today),
      age: optionalWhole({ min: 3, max: 110, words: 'Age must be a number between 3 and 110' }),
      telephone: optionalPhone(),
      address1: optionalText(100),
      postcode: optionalPostcode(),
      email: optionalEmail(),
      kind: choice(carerKinds, 'Select which kind of carer they are'),
      reason: optionalChoice(codesOf('referral-reasons')),
      more: optionalText(2000),
      urgent: tick(),
      agreed: mustTick(
        'Confirm that the carer agreed to this referral: without that we cannot ring them',
      ),
      agreedHow: choice(agreedHows, 'Select how the carer agreed'),
      shareOutcome: tick(),
    },
    (values) => {
      const faults: FieldFault[] = []
      if (values.dateOfBirth === null && values.age === null) {
        faults.push({
          field: 'dateOfBirth',
          message: 'Enter the carer’s date of birth, or their age if you do not know it',
        })
      }
      if (values.telephone === null && values.address1 === null && values.email === null) {
        faults.push({
          field: 'telephone',
          message:
            'Enter a telephone number, an address or an email address, so that we can reach the carer',
        })
      }
      const doubt = kindDoubt(values.kind, values, today)
      if (doubt !== null) faults.push({ field: 'kind', message: doubt })
      return faults
    },
  )
}
