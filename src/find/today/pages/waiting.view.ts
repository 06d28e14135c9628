import { govukButton } from '#platform/govuk/button.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { daysBetween, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import type { PromiseClock } from '#people/pathway/step-clock.rules.ts'
import { toneTag } from '#people/pathway/tone.view.ts'
import { pageLinks } from '#people/persons/page-links.view.ts'
import { tickOf } from '../give-work.rules.ts'
import type { SavedFilter } from '../saved-filters.sql.ts'
import { savedFiltersView } from '../saved-filters.view.ts'
import { sumOf, workersOf } from '../tally.rules.ts'
import { boardHref, filterQuery, type WaitingFilter } from '../waiting-filter.ts'
import type { WaitingShown } from '../waiting-clock.rules.ts'
import type { Waiting, WaitingTally } from '../waiting.sql.ts'

export type WaitingModel = {
  readonly sources: readonly WaitingSource[]
  readonly rows: readonly WaitingShown[]
  readonly tallies: readonly WaitingTally[]
  readonly filter: WaitingFilter
  readonly today: IsoDate
  readonly saved: readonly SavedFilter[]
  readonly page: number
  readonly perPage: number
}

export function waitingView(model: WaitingModel): Html {
  const { sources, tallies, filter } = model
  const { total, late } = sumOf(tallies, sources, filter)
  const isStanding = sources.some(({ kind, standing }) => kind === filter.for && standing === true)
  const count = `${total.toLocaleString('en-GB')} ${isStanding ? 'in hand' : total === 1 ? 'wait' : 'waits'}`
  return html`<h1 class="govuk-heading-l">Who waits</h1>
    ${savedFiltersView({ saved: model.saved, address: boardHref(filter), suggested: suggested(model) })}
    ${kinds(model)} ${whoseForm(model)}
    <p class="govuk-body">
      ${count}${late === 0 ? nothing : html`, <strong class="app-overdue">${late.toLocaleString('en-GB')} past their day</strong>`}.
      What is past its day stands first, then the longest wait.
    </p>
    ${total === 0 ? html`<p class="govuk-body">Nobody waits here.</p>` : board(model, total)}`
}

/** Each thing to wait for with its exact number, as filters in the address. */
function kinds({ sources, tallies, filter }: WaitingModel): Html {
  const link = (wanted: string | undefined, label: string) => {
    const next = { for: wanted, of: filter.of }
    const { total } = sumOf(tallies, sources, next)
    if (total === 0 && wanted !== undefined && wanted !== filter.for) return nothing
    const current = wanted === filter.for ? html` aria-current="true"` : nothing
    return html`<li>
      <a class="govuk-link" href="${boardHref(next)}" ${current}
        >${label} ${total.toLocaleString('en-GB')}</a
      >
    </li>`
  }
  return html`<ul class="app-filter govuk-!-margin-bottom-4" aria-label="Show only">
    ${link(undefined, 'All who wait')}
    ${sources
      .toSorted((a, b) => Number(a.standing === true) - Number(b.standing === true))
      .map(({ kind, label }) => link(kind, label))}
  </ul>`
}

function whoseForm({ sources, tallies, filter }: WaitingModel): Html {
  const option = (value: string, name: string) => {
    const of = value === '' ? undefined : value
    const { total } = sumOf(tallies, sources, { for: filter.for, of })
    return { value, text: `${name} (${total.toLocaleString('en-GB')})`, selected: of === filter.of }
  }
  return html`<form class="app-inline-fields" method="get" action="/waiting" novalidate>
    ${filter.for === undefined ? nothing : html`<input type="hidden" name="for" value="${filter.for}" />`}
    ${govukSelect({
      id: 'of',
      name: 'of',
      label: { text: 'With whom' },
      items: [
        option('', 'Everybody'),
        option('nobody', 'Nobody yet'),
        option('left', 'Those who left'),
        ...workersOf(tallies).map(({ id, name, left }) =>
          option(id, left ? `${name}, who left` : name),
        ),
      ],
    })}
    ${govukButton({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
}

function board(model: WaitingModel, total: number): Html {
  const { filter, sources } = model
  const many = total.toLocaleString('en-GB')
  return html`<form method="get" action="/waiting/give" novalidate>
      ${[...new URLSearchParams(filterQuery(filter))].map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      ${scrollable({ label: 'Who waits', body: table(model) })}
      ${
        sources.some(({ give }) => give !== undefined)
          ? html`<div class="govuk-button-group">
              ${govukButton({ text: 'Give those ticked to somebody', classes: 'govuk-button--secondary' })}
              ${
                filter.of === undefined && filter.for === undefined
                  ? nothing
                  : govukButton({
                      text:
                        total === 1 ? 'Give this 1 to somebody' : `Give all ${many} to somebody`,
                      classes: 'govuk-button--secondary',
                      name: 'all',
                      value: 'yes',
                    })
              }
            </div>`
          : nothing
      }
    </form>
    ${pageLinks({ ...model, total, address: filterQuery(filter) })}`
}

function table({ rows, sources, today }: WaitingModel): Html {
  return govukTable({
    head: ['Tick', 'Who waits, for what', 'Since', 'With whom'].map((text) => ({ text })),
    rows: rows.map((row) => {
      const source = sources.find(({ kind }) => kind === row.kind)
      return [
        { html: source?.give === undefined ? nothing : tick(row, source.label) },
        {
          html: html`<a class="govuk-link" href="${row.href}">${row.name}</a>
            <br />${source?.label ?? row.kind}`,
        },
        { html: sinceView(row, today) },
        { text: whoWords(row) },
      ]
    }),
  })
}

const tick = (row: Waiting, label: string): Html =>
  html`<div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        name="pick"
        id="pick-${row.id}"
        value="${tickOf(row)}"
      />
      <label class="govuk-label govuk-checkboxes__label" for="pick-${row.id}"
        ><span class="govuk-visually-hidden">${row.name}, ${label}</span></label
      >
    </div>
  </div>`

const daysInWords = (days: number): string =>
  days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`

function sinceView({ since, clock }: WaitingShown, today: IsoDate): Html {
  const days = daysBetween(since, today)
  const wait = days === 0 ? 'today' : daysInWords(days)
  return html`${inWords(since)} <span class="app-quiet">${wait}</span>${dueView(clock, today)}`
}

function dueView(clock: PromiseClock | null, today: IsoDate): Html {
  if (clock === null) return nothing
  const { dueOn, tone } = clock
  if (tone === 'red')
    return html`<br /><strong class="app-overdue"
        >${daysInWords(daysBetween(dueOn, today))} late</strong
      >`
  return html`<br />${tone === 'amber' ? html`${toneTag(tone)} ` : nothing}<span class="app-quiet"
      >by ${inWords(dueOn)}</span
    >`
}

function whoWords({ worker, workerId, left }: Waiting): string {
  if (workerId === null) return 'Nobody yet'
  return left ? `${worker ?? 'Somebody'}, who left` : (worker ?? 'Somebody')
}

/** A name for the filter that the board shows just now. */
function suggested({ sources, tallies, filter }: WaitingModel): string {
  const kind = sources.find((source) => source.kind === filter.for)?.label ?? 'Who waits'
  const named = workersOf(tallies).find(({ id }) => id === filter.of)?.name
  const whose = filter.of === 'nobody' ? 'nobody yet' : filter.of === 'left' ? 'left' : named
  return whose === undefined ? kind : `${kind}: ${whose}`
}
