import { govukBackLink } from '#platform/govuk/back-link.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { TimelineEntry } from '#platform/room.ts'
import type { PageView } from '#platform/web/page.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import {
  addressLine,
  ageOf,
  fullName,
  nameWithKnownAs,
  type Person,
} from '#people/persons/person.ts'
import type { Override } from '../override.ts'
import { atInWords } from './overrides.view.ts'

export type OpenedPanel = { readonly id: string; readonly title: string; readonly body: Html }

export function openedRecordView(of: {
  readonly person: Person
  readonly override: Override
  readonly today: IsoDate
  readonly panels: readonly OpenedPanel[]
  readonly entries: readonly TimelineEntry[]
}): PageView {
  const { person, override, today, panels, entries } = of
  return {
    title: fullName(person),
    before: govukBackLink({ text: 'Back', href: `/overrides/${override.id}` }),
    main: html`<h1 class="govuk-heading-l">${nameWithKnownAs(person)}</h1>
      <p class="govuk-body">
        <strong>Open to you until ${atInWords(override.endsAt)}.</strong> To read, not to change:
        write what you do in your own record.
      </p>
      ${whoTheyAre(person, today)}
      ${panels.map(
        ({ id, title, body }) =>
          html`<section class="app-panel" aria-labelledby="panel-${id}">
            <h2 class="govuk-heading-s app-panel__title" id="panel-${id}">${title}</h2>
            ${body}
          </section>`,
      )}
      ${entries.length === 0 ? nothing : timeline(entries)}`,
  }
}

function whoTheyAre(person: Person, today: IsoDate): Html {
  const age = ageOf(person, today)
  const phones = [person.mobilePhone, person.homePhone].filter((each) => each !== null)
  return factList({
    facts: [
      { name: 'Reference', value: person.reference },
      { name: 'Age', value: age },
      { name: 'Address', value: addressLine(person) },
      { name: 'Telephone', value: phones.map(phoneInWords).join(', ') },
      { name: 'Before you ring', value: person.safeContact },
    ],
  })
}

const timeline = (entries: readonly TimelineEntry[]): Html =>
  html`<h2 class="govuk-heading-m">Timeline</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${entries.map(
        ({ on, title, text }) =>
          html`<li>
            <strong>${inWords(isoDate(on))}: ${title}</strong>
            ${text === undefined ? nothing : html`<span class="app-as-typed">${text}</span>`}
          </li>`,
      )}
    </ul>`
