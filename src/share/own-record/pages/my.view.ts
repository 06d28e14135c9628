import type { PathwayClock } from '#people/pathway/pathway.rules.ts'
import { clockView } from '#people/pathway/pathway.view.ts'
import { addressLine, fullName, spokenName, type Person } from '#people/persons/person.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import { nextSteps } from '../next-step.rules.ts'
import { ownDetailsOf } from '../own-details-form.ts'
import type { OwnWorker } from '../own-record.sql.ts'
import { ownLabels, ownWords, waysInWords } from '../own-words.ts'

export type OwnPanel = { readonly id: string; readonly title: string; readonly body: Html }

type Own = {
  readonly person: Person
  readonly workers: readonly OwnWorker[]
  readonly clock: PathwayClock | null
  readonly today: IsoDate
  readonly panels: readonly OwnPanel[]
}

export function myView(own: Own): PageView {
  const { person, clock, workers, panels, today } = own
  return {
    title: 'Your page',
    current: '/my',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">Hello ${spokenName(person)}</h1>
        <section class="app-part">
          <h2 class="govuk-heading-l">What happens next</h2>
          ${clock === null ? nothing : clockView(clock, { marksLate: false })}
          ${nextSteps(clock, today).map((words) => html`<p class="govuk-body">${words}</p>`)}
        </section>
        ${whoWorksWithYou(workers)}
        ${panels.map(
          ({ id, title, body }) =>
            html`<section class="app-part" id="${id}">
              <h2 class="govuk-heading-l">${title}</h2>
              ${body}
            </section>`,
        )}
        ${whatWeHold(person)}
      </div>
    </div>`,
  }
}

function whoWorksWithYou(workers: readonly OwnWorker[]): Html {
  return html`<section class="app-part">
    <h2 class="govuk-heading-l">Who works with you</h2>
    ${workers.length === 0 ? html`<p class="govuk-body">Nobody works with you just now.</p>` : nothing}
    ${workers.map(
      ({ name, organisation, telephone }) =>
        html`<p class="govuk-body">
          ${name === null ? html`<strong>${organisation}</strong>. They have not named a person for you yet.` : html`<strong>${name}</strong> of ${organisation}.`}
          ${telephone === null ? nothing : html`Ring <a class="govuk-link" href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a>.`}
        </p>`,
    )}
  </section>`
}

const shownFields = [
  'homePhone',
  'mobilePhone',
  'email',
  'safeContact',
  'informationFormat',
  'language',
] as const

function whatWeHold(person: Person): Html {
  const { reference, dateOfBirth } = person
  const details = ownDetailsOf(person)
  const row = (key: string, value: string | null) => ({
    key: { text: key },
    value: { html: html`<span class="app-as-typed">${value ?? 'You have not told us'}</span>` },
  })
  return html`<section class="app-part">
    <h2 class="govuk-heading-l">What we know about you</h2>
    ${govukSummaryList({
      rows: [
        row('Name', fullName(person)),
        row('Reference', reference),
        row('Date of birth', dateOfBirth === null ? null : inWords(isoDate(dateOfBirth))),
        row('Address', addressLine(person) || null),
        ...shownFields.map((field) => row(ownLabels[field], ownWords(field, details))),
        row('We may reach you', waysInWords(details)),
      ],
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="/my/details">Change how we reach you</a>, or
      <a class="govuk-link" href="/my/communication">what helps us to talk safely and clearly</a>.
      If your name, date of birth or address is wrong, tell us and we put it right.
    </p>
  </section>`
}
