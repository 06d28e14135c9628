import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { lookedAfterWords, type LookedAfter } from '#people/caring/cared-for-found.sql.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { personLine } from '#people/persons/person-line.view.ts'
import { mostShown, type FoundPeople } from '../find-people.ts'
import type { Hit } from '../rank.rules.ts'
import type { Search } from '../search-box.rules.ts'

export type SearchModel = {
  readonly search: Search
  readonly found: FoundPeople
  readonly today: IsoDate
  /** Whether the person is looked for to log a contact with them. */
  readonly forContact: boolean
}

export function searchView(model: SearchModel): Html {
  const { search } = model
  return html`<h1 class="govuk-heading-l">${heading(model)}</h1>
    ${model.forContact || search.typed === '' ? box(model) : nothing}
    ${search.doubts.map((doubt) => html`<p class="govuk-body app-overdue">${doubt}.</p>`)}
    ${search.typed === '' ? nothing : results(model)} ${search.typed === '' ? nothing : inDanger}`
}

const inDanger = html`<p class="govuk-body-s">
  Somebody is in danger and their record is not among these?
  <a class="govuk-link" href="/open-a-record">Open a record without agreement</a>
</p>`

function heading({ search, found, forContact }: SearchModel): string {
  if (search.typed === '') return forContact ? 'Who were you in touch with?' : 'Search carers'
  const { length } = found.hits
  if (length === 0) return `Nobody found for “${search.typed}”`
  const count = found.more
    ? `More than ${mostShown} people`
    : length === 1
      ? '1 person'
      : `${length} people`
  return `${count} for “${search.typed}”`
}

const box = ({ search, forContact }: SearchModel): Html =>
  html`<form method="get" action="/search" novalidate>
    ${forContact ? html`<input type="hidden" name="for" value="contact" />` : nothing}
    ${govukInput({
      name: 'q',
      id: 'q',
      value: search.typed,
      label: { text: 'Name, date of birth, postcode, telephone, NHS number or reference' },
      classes: 'govuk-!-width-one-half',
    })}
    ${govukButton({ text: 'Search' })}
  </form>`

function results({ found, today, forContact }: SearchModel): Html {
  const add = html`<p class="govuk-body">
    <a class="govuk-link" href="/carers/new">Add a carer who is not here yet</a>
  </p>`
  if (found.hits.length === 0) {
    return html`<p class="govuk-body">
        Only people whom your organisation works with are found here. Try fewer letters, the date of
        birth, or the last digits of a telephone number.
      </p>
      ${add}`
  }
  return html`${found.more ? html`<p class="govuk-body">Here are ${mostShown} of them. Type more: a first name, a date of birth, a postcode.</p>` : nothing}
    <ul class="app-lines">
      ${found.hits.map((hit, at) =>
        hitView(hit, {
          today,
          forContact,
          key: at < 9 ? String(at + 1) : undefined,
          lookedAfter: found.lookedAfter.get(hit.person.id),
        }),
      )}
    </ul>
    ${add}`
}

function hitView(
  { person, why }: Hit,
  {
    today,
    forContact,
    key,
    lookedAfter,
  }: {
    readonly today: IsoDate
    readonly forContact: boolean
    readonly key: string | undefined
    readonly lookedAfter: LookedAfter | undefined
  },
): Html {
  const log = `/carers/${person.id}/contacts/new`
  const name = html`<span class="govuk-visually-hidden"> with ${nameWithKnownAs(person)}</span>`
  return personLine({
    person,
    today,
    href: forContact ? log : `/carers/${person.id}`,
    flag: why,
    key,
    more:
      lookedAfter === undefined
        ? null
        : html`<span class="app-flag">${lookedAfterWords(lookedAfter)}</span>`,
    action: html`<a class="govuk-link app-nowrap" href="${log}">Log a contact${name}</a>`,
  })
}
