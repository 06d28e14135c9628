import { govukDetails } from '#platform/govuk/details.ts'
import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nhsNumberInWords } from '#platform/lib/nhs-number.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { wordsFor } from './code-words.ts'
import { kindWords, type Involvement } from './involvement.ts'
import { addressLine, type Person } from './person.ts'

/** How to reach them and who knows them; what is asked for seldom is folded away. */
export function detailsPanel(person: Person, previousIds: readonly string[]): Html {
  const phones = [
    { name: 'Home telephone', value: person.homePhone },
    { name: 'Mobile telephone', value: person.mobilePhone },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value: phoneLink(value) }]))
  const facts: Fact[] = [
    ...(phones.length === 0 ? [{ name: 'Telephone', value: '' }] : phones),
    { name: 'Email', value: person.email === null ? '' : emailLink(person.email) },
    { name: 'Address', value: addressLine(person) },
    { name: 'GP practice', value: person.gpPractice },
    ...(person.note === null ? [] : [{ name: 'Note', value: person.note }]),
  ]
  return html`${factList({ facts })}
  ${govukDetails({ summaryText: 'NHS number, work and more', html: factList({ facts: seldom(person, previousIds) }) })}`
}

/**
 * Of somebody who is known through their carer alone: who they are, and where they live, by which it is
 * told whose duty it is (Care Act 2014 s.13(4)(b), in force from 1 April 2015).
 */
export function throughCarerPanel(person: Person): Html {
  return html`${factList({ facts: [{ name: 'Address', value: addressLine(person) }] })}
    <p class="govuk-body-s">
      You know them through somebody who looks after them. What they told others, and what was done
      for them, opens when your organisation works with them too, or they agree to share it with
      you.
    </p>
    <p class="govuk-body-s">
      <a class="govuk-link" href="/carers/${person.id}/sharing/new">Write down that they agreed</a>
    </p>`
}

function seldom(person: Person, previousIds: readonly string[]): readonly Fact[] {
  const words = (list: string, code: string | null) => (code === null ? '' : wordsFor(list, code))
  return [
    {
      name: 'NHS number',
      value: person.nhsNumber === null ? '' : nhsNumberInWords(person.nhsNumber),
    },
    { name: 'Reads best in', value: wordsFor('formats', person.informationFormat) },
    { name: 'Language', value: person.language },
    { name: 'Work', value: words('employment', person.employment) },
    { name: 'Gender', value: words('genders', person.gender) },
    { name: 'Ethnic group', value: words('ethnic-groups', person.ethnicGroup) },
    { name: 'Emergency card', value: person.emergencyCard },
    ...(previousIds.length === 0
      ? []
      : [{ name: 'Known in the previous system as', value: previousIds.join(', ') }]),
  ]
}

const phoneLink = (phone: string): Html =>
  html`<a class="govuk-link" href="tel:${phone}">${phoneInWords(phone)}</a>`

const emailLink = (email: string): Html =>
  html`<a class="govuk-link" href="mailto:${email}">${email}</a>`

export function involvementPanel(of: {
  readonly personId: string
  readonly involvements: readonly Involvement[]
  readonly organisationIds: readonly number[]
}): Html {
  const facts = of.involvements.map((involvement): Fact => {
    const own =
      involvement.until === null && of.organisationIds.includes(involvement.organisationId)
    const href = `/carers/${of.personId}/worker/${involvement.id}`
    return {
      name: `${involvement.organisation}, ${kindWords(involvement.kind).toLowerCase()}`,
      value: html`${involvement.worker ?? 'No named worker yet'}
        <span class="app-quiet">${span(involvement)}</span>`,
      ...(own ? { change: { href } } : {}),
    }
  })
  return facts.length === 0
    ? html`<p class="govuk-body">Nobody works with them.</p>`
    : factList({ facts })
}

function span({ since, until, endReason }: Involvement): Html {
  const from = inWords(isoDate(since))
  if (until === null) return html`since ${from}`
  const why =
    endReason === null ? nothing : html`: ${wordsFor('close-reasons', endReason).toLowerCase()}`
  return html`${from} to ${inWords(isoDate(until))}${why}`
}
