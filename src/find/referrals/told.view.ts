import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { ageOn, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { kindWords } from '#people/persons/involvement.ts'
import type { Referral, Told } from './referral.ts'
import { withIdentity } from '#share/agreements/agreement.rules.ts'
import { inASentence, purposeWords } from '#share/agreements/purposes.ts'
import { asksForAssessment } from './asks-for-assessment.rules.ts'
import { askedInWords } from './asked.ts'
import { agreesBeforeATalk, sharingAskedIn } from './sharing-asked.rules.ts'
import type { ToldBySelf } from './told-by-self.ts'

/** What the referrer told, fact by fact. */
export function toldFacts(referral: Referral, today: IsoDate): Html {
  const { told } = referral
  const facts: Fact[] = [
    { name: 'Kind of carer', value: kindWords(referral.kind) },
    ...(told === null ? [] : aboutCarer(told, today)),
    ...(told?.own === undefined ? [] : toldBySelf(told.own)),
    ...(told?.asked === undefined
      ? []
      : askedInWords(told.asked).map(([name, value]) => ({ name, value }))),
    {
      name: 'What would help',
      value: referral.reason === null ? '' : wordsFor('referral-reasons', referral.reason),
    },
    { name: 'Assessment', value: asksForAssessment(referral) ? 'Asked for' : '' },
    { name: 'The carer agreed', value: agreement(referral) },
    { name: 'It may be passed on', value: passOnWords(referral) },
    { name: 'Who else may know', value: sharingWords(referral, today) },
    { name: 'Sent by', value: sender(referral) },
    { name: 'Why it is with you', value: referral.routedBecause },
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

/** What only carers who register themselves tell: how they want to be reached, and whom they look after. */
function toldBySelf(own: ToldBySelf): readonly Fact[] {
  const refused = ways.flatMap(([may, words]) => (own[may] === false ? [words] : []))
  const { relationship, conditions, hoursBand, livesTogether } = own.caredFor
  const cares = [
    relationship === null ? null : wordsFor('relationships', relationship),
    ...conditions.map((condition) => wordsFor('conditions', condition)),
    hoursBand === null ? null : `${wordsFor('hours-bands', hoursBand)} a week`,
    livesTogether === null ? null : livesTogether ? 'live together' : 'live apart',
  ].filter((words) => words !== null)
  const facts: Fact[] = [
    { name: 'Known as', value: own.knownAs },
    { name: 'Contact safely', value: own.safeContact },
    { name: 'Asked us', value: refused.join(', ') },
    {
      name: 'Reads best in',
      value: own.informationFormat === null ? '' : wordsFor('formats', own.informationFormat),
    },
    { name: 'Language', value: own.language },
    { name: 'Looks after', value: cares.join(', ') },
    { name: 'Also said', value: own.note },
  ]
  return facts.filter(({ value }) => !isBlank(value))
}

const ways = [
  ['mayPhone', 'not to ring'],
  ['mayText', 'not to text'],
  ['mayEmail', 'not to email'],
  ['mayPost', 'not to write'],
] as const

function born({ dateOfBirth, age }: Told, today: IsoDate): string {
  if (dateOfBirth === null) return age === null ? '' : `about ${age} years old`
  const day = isoDate(dateOfBirth)
  return `${inWords(day)} (${ageOn(day, today)})`
}

const hows: Readonly<Record<string, string>> = {
  written: 'Yes, in writing',
  online: 'Yes, online',
  spoken: 'Yes, they said so',
}

function agreement({ carerAgreed, agreedHow, ...referral }: Referral): string {
  const { fromOrganisationId, shareOutcome } = referral
  if (carerAgreed === null) return ''
  if (!carerAgreed) return 'No'
  const how = hows[agreedHow ?? ''] ?? 'Yes'
  if (fromOrganisationId === null) return how
  return `${how}; ${shareOutcome ? 'the sender may hear the outcome' : 'the sender is not to hear the outcome'}`
}

/** Whom the carer agreed to tell, and what; of a child it is asked again in a talk. */
function sharingWords(referral: Referral, today: IsoDate): string {
  const asked = sharingAskedIn(referral)
  if (asked === null) return ''
  const who = [
    asked.sender ? (referral.from ?? 'the sender') : null,
    asked.practice === null ? null : `their GP practice (${asked.practice})`,
    asked.council ? 'the council' : null,
  ].filter((each) => each !== null)
  const what = inASentence(withIdentity(asked.purposes), purposeWords)
  const ask = agreesBeforeATalk(referral, today) ? '' : '. Ask them first: they may be under 16'
  return `${who.join(' and ')}, for a year: ${what}${ask}`
}

const passOnWords = ({ carerAgreed, mayPassOn }: Referral): string =>
  mayPassOn
    ? 'Yes, the carer agreed'
    : carerAgreed === null
      ? ''
      : 'Only if the carer agrees when asked'

function sender(referral: Referral): Html {
  const { from, fromName, referrerName, referrerTelephone, source, taker } = referral
  const who = [referrerName, from ?? fromName].filter((each) => each !== null)
  const words = who.length === 0 ? wordsFor('referral-sources', source) : who.join(', ')
  const telephone =
    referrerTelephone === null
      ? nothing
      : html`,
          <a class="govuk-link" href="tel:${referrerTelephone}"
            >${phoneInWords(referrerTelephone)}</a
          >`
  const taken = taker === null ? '' : `; taken down on the telephone by ${taker}`
  return html`${words}${telephone}${taken}`
}
