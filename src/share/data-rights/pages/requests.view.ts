import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { dayInWords, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { typedIn } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, dayField, radiosField, lineField } from '#people/persons/fields.view.ts'
import { askers, kinds, states, ways } from '../data-rights.ts'
import type { RequestClock } from '../request-clock.rules.ts'
import type { DataRequest } from '../data-rights.ts'

type Line = { readonly request: DataRequest; readonly clock: RequestClock | null }

export const current = '/data-requests'

export function requestsView(of: {
  readonly open: boolean
  readonly requests: readonly Line[]
  readonly today: IsoDate
}): PageView {
  const other = of.open ? 'closed' : 'open'
  return {
    title: 'Data requests',
    current,
    wide: true,
    main: html`<h1 class="govuk-heading-l">Data requests</h1>
      ${govukButton({ text: 'Log a request', href: '/data-requests/new' })}
      <p class="govuk-body">
        <a class="govuk-link" href="/data-requests?show=${other}">Show ${other} ones</a>
      </p>
      ${of.requests.length === 0 ? html`<p class="govuk-body">There is no ${of.open ? 'open' : 'closed'} request.</p>` : tableOf(of.requests, of.today)}`,
  }
}

const tableOf = (requests: readonly Line[], today: IsoDate): Html =>
  scrollable({
    label: 'Data requests',
    body: govukTable({
      head: ['Request', 'About', 'What they ask for', 'Came', 'Answer by'].map((text) => ({
        text,
      })),
      rows: requests.map(({ request, clock }) => [
        {
          html: html`<a class="govuk-link" href="/data-requests/${request.id}"
            >${request.reference}</a
          >`,
        },
        { text: request.personName },
        { text: kinds[request.kind as keyof typeof kinds] },
        { text: inWords(isoDate(request.receivedOn)) },
        {
          text: clock === null ? (states[request.state] ?? request.state) : dueWords(clock, today),
        },
      ]),
    }),
  })

/** "Thursday 3 May 2018", with a word where that is past; or why no day is known. */
export function dueWords({ dueOn, stands }: RequestClock, today: IsoDate): string {
  if (dueOn !== null) return `${dayInWords(dueOn)}${dueOn < today ? ', late' : ''}`
  return stands === 'waits_for_identity' ? 'Waits to know who asks' : 'Waits to know what they mean'
}

export const newRequestView = (state: FormState): PageView => ({
  title: 'Log a data request',
  current,
  before: govukBackLink({ text: 'Data requests', href: '/data-requests' }),
  main: html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Log a data request</h1>
    <p class="govuk-body">
      However it reached us, in whatever words: anybody may ask what we hold on them, and that it be
      put right. The clock of one month runs from the day on which they asked.
    </p>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${lineField(state, { name: 'reference', label: 'Reference of the record', hint: 'Such as ALG-7F3KM-9' })}
      ${radiosField(state, { name: 'kind', label: 'What do they ask for?', options: Object.entries(kinds) })}
      ${radiosField(state, { name: 'askedBy', label: 'Who asks?', options: Object.entries(askers) })}
      ${lineField(state, { name: 'askerName', label: 'Name of who asks' })}
      ${radiosField(state, { name: 'receivedHow', label: 'How did they ask?', options: Object.entries(ways) })}
      ${dayField(state, { name: 'receivedOn', label: 'On which day did they ask?' })}
      ${areaField(state, { name: 'words', label: 'In their words', hint: 'What they want to see, or what is wrong and how it ought to read' })}
      ${govukButton({ text: 'Log the request', preventDoubleClick: true })}`,
    })}`,
})
