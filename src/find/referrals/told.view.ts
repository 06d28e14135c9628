import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { ageOn, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { kindWords } from '#people/persons/involvement.ts'
import type { Referral, Told } from './referral.ts'

/** What the referrer told, fact by fact. */
export function toldFacts(referral: Referral, today: IsoDate): Html {
  const { told } = referral
  const facts: Fact[] = [
    { name: 'Kind of carer', value: kindWords(referral.kind) },
    ...(told === null ? [] : aboutCarer(told, today)),
    {
      name: 'What would help',
      value: referral.reason === null ? '' : wordsFor('referral-reasons', referral.reason),
    },
    { name: 'The carer agreed', value: agreement(referral) },
    { name: 'Sent by', value: sender(referral) },
  ]
  const more = told?.more ?? null
  return html`${more === null ? nothing : html`<p class="app-evidence">${more}</p>`}
  ${factList({ facts })}`
}

function aboutCarer(told: Told, today: IsoDate): readonly Fact[] {
  return [
    { name: 'Date of birth', value: born(told, today) },
    {
      name: 'Telephone',
      value:
        told.telephone === null
          ? ''
          : html`<a class="govuk-link" href="tel:${told.telephone}"
              >${phoneInWords(told.telephone)}</a
            >`,
    },
    { name: 'Address', value: [told.address1, told.postcode].filter(Boolean).join(', ') },
    { name: 'Email', value: told.email },
  ]
}

function born({ dateOfBirth, age }: Told, today: IsoDate): string {
  if (dateOfBirth === null) return age === null ? '' : `about ${age} years old`
  const day = isoDate(dateOfBirth)
  return `${inWords(day)} (${ageOn(day, today)})`
}

function agreement({ carerAgreed, agreedHow, shareOutcome }: Referral): string {
  if (carerAgreed === null) return ''
  if (!carerAgreed) return 'No'
  const how = agreedHow === 'written' ? 'Yes, in writing' : 'Yes, they said so'
  return `${how}; ${shareOutcome ? 'the sender may hear the outcome' : 'the sender is not to hear the outcome'}`
}

function sender({ from, referrerName, source }: Referral): string {
  const words = [referrerName, from].filter((each) => each !== null)
  return words.length === 0 ? wordsFor('referral-sources', source) : words.join(', ')
}
