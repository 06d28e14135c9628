import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, join, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { addressLine, ageOf, nameWithKnownAs, type PersonSummary } from './person.ts'

/** A person in a list: enough to tell them from everyone else of their name, and what can be done. */
export function personLine(of: {
  readonly person: PersonSummary
  readonly href: string
  /** The key that opens it, where the list has such. */
  readonly key?: string | undefined
  readonly today: IsoDate
  /** A word beside the name: why they are found. */
  readonly flag?: string | null
  readonly more?: HtmlValue
  readonly action?: HtmlValue
}): Html {
  const { person } = of
  const phones = [person.homePhone, person.mobilePhone].filter((phone) => phone !== null)
  const facts = [
    bornWords(person, of.today),
    addressLine(person),
    phones.map(phoneInWords).join(', '),
  ]
  return html`<li class="app-lines__line">
    <div class="app-lines__words">
      <a
        class="govuk-link govuk-!-font-weight-bold"
        href="${of.href}"
        ${of.key === undefined ? nothing : html` aria-keyshortcuts="${of.key}"`}
        >${nameWithKnownAs(person)}</a
      >
      <span class="app-identity__reference">${person.reference}</span>
      ${of.flag ? html`<span class="app-flag">${of.flag}</span>` : nothing}
      ${person.diedOn === null ? nothing : html`<span class="app-flag app-flag--alert">has died</span>`}
      <span class="app-lines__more app-quiet">${join(facts, ' · ')}</span>
      ${of.more ? html`<span class="app-lines__more">${of.more}</span>` : nothing}
    </div>
    ${of.action ?? nothing}
  </li>`
}

/** `71, born 3 February 1947`, or that it is not known. */
function bornWords(person: PersonSummary, today: IsoDate): string {
  const age = ageOf(person, today)
  if (person.dateOfBirth === null || age === null) return 'date of birth not known'
  return `${age}, born ${inWords(isoDate(person.dateOfBirth))}`
}
