import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, join, nothing, type Html } from '#platform/lib/html.ts'
import { nhsNumberInWords } from '#platform/lib/nhs-number.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { wordsFor } from './code-words.ts'
import { kindWords, type Involvement } from './involvement.ts'
import { addressLine, type Person } from './person.ts'

export function detailsPanel(person: Person, previousIds: readonly string[]): Html {
  const phones = [person.homePhone, person.mobilePhone].filter((phone) => phone !== null)
  const facts: Fact[] = [
    { name: 'Telephone', value: join(phones.map(phoneLink), html`<br />`) },
    { name: 'Email', value: person.email === null ? '' : emailLink(person.email) },
    { name: 'Address', value: addressLine(person) },
    { name: 'Reads best in', value: wordsFor('formats', person.informationFormat) },
    { name: 'Language', value: person.language },
    { name: 'GP practice', value: person.gpPractice },
    {
      name: 'NHS number',
      value: person.nhsNumber === null ? '' : nhsNumberInWords(person.nhsNumber),
    },
    {
      name: 'Work',
      value: person.employment === null ? '' : wordsFor('employment', person.employment),
    },
    {
      name: 'Ethnic group',
      value: person.ethnicGroup === null ? '' : wordsFor('ethnic-groups', person.ethnicGroup),
    },
  ]
  if (person.note !== null) facts.push({ name: 'Note', value: person.note })
  if (previousIds.length > 0) {
    facts.push({ name: 'Known in the previous system as', value: previousIds.join(', ') })
  }
  return factList({ facts })
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
