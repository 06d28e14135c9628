import type { IsoDate } from '#platform/lib/dates.ts'
import {
  choice,
  hiddenId,
  optionalChoice,
  optionalEmail,
  optionalText,
  text,
  tick,
} from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import { optionalBirth, optionalPhone, optionalPostcode } from '#people/persons/person-fields.ts'

/** What is asked of a carer who gets in touch and has no record yet. */
export function addForm(today: IsoDate) {
  return form({
    id: hiddenId(),
    surelyNew: tick(),
    givenName: text('Enter a first name', 100),
    familyName: text('Enter a last name', 100),
    dateOfBirth: optionalBirth(today),
    telephone: optionalPhone(),
    email: optionalEmail(),
    address1: optionalText(100),
    town: optionalText(60),
    postcode: optionalPostcode(),
    kind: choice(carerKinds, 'Select which kind of carer they are'),
    source: optionalChoice(codesOf('referral-sources')),
    assessmentAskedFor: tick(),
  })
}
