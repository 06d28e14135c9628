import { govukButton } from '#platform/govuk/button.ts'
import { mojTimeline } from '#platform/govuk/moj/timeline.ts'
import { identityStrip } from '#platform/govuk/own/identity-strip.ts'
import { recordColumns } from '#platform/govuk/own/record-columns.ts'
import { inWords, isoDate, timeInWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { TimelineEntry } from '#platform/room.ts'
import { alsoHereView } from '../also-here.view.ts'
import type { PathwayClock } from '#people/pathway/pathway.rules.ts'
import { clockView } from '#people/pathway/pathway.view.ts'
import { communicationFlags } from '../communication.rules.ts'
import type { CommunicationNeeds } from '../communication.sql.ts'
import type { AlsoHere } from '../open-records.sql.ts'
import { ageOf, nameWithKnownAs, type Person } from '../person.ts'

export type PanelShown = {
  readonly id: string
  readonly side: 'facts' | 'events'
  readonly title: string
  readonly body: Html
}

export type RecordModel = {
  readonly person: Person
  readonly needs: CommunicationNeeds | undefined
  readonly today: IsoDate
  readonly panels: readonly PanelShown[]
  /** Known through their carer alone: nothing can be written down about them yet. */
  readonly through: boolean
  readonly alsoHere: readonly AlsoHere[]
  readonly clock: PathwayClock | null
  readonly timeline: TimelineShown
}

type TimelineShown = {
  readonly entries: readonly TimelineEntry[]
  readonly total: number
  readonly kind: string | null
  readonly filters: readonly {
    readonly kind: string
    readonly label: string
    readonly count: number
  }[]
}

export function recordView(model: RecordModel): Html {
  const { person, panels, alsoHere, clock, timeline } = model
  const side = (wanted: PanelShown['side']) =>
    panels.filter((panel) => panel.side === wanted).map(panelView)
  return html`${alsoHereView(person.id, alsoHere)} ${identity(model)}
  ${recordColumns({
    facts: html`${side('facts')}`,
    events: html`${clock === null ? nothing : clockView(clock, { marksLate: true })}
    ${side('events')} ${timelineView(timeline)}`,
  })}`
}

function identity({ person, needs, today, through }: RecordModel): Html {
  const age = ageOf(person, today)
  const born = person.dateOfBirth === null ? null : inWords(isoDate(person.dateOfBirth))
  const details = [
    age === null ? 'age not known' : `${age} years old`,
    born === null ? '' : html`born ${born}`,
    person.town ?? '',
  ]
  return identityStrip({
    name: nameWithKnownAs(person),
    reference: person.reference,
    details,
    flags: communicationFlags(person, needs),
    actions: html`${through ? nothing : logAContact(person.id)}
    ${govukButton({
      text: 'Change details',
      href: `/carers/${person.id}/details`,
      classes: 'govuk-button--secondary',
    })}`,
  })
}

const logAContact = (id: string): Html =>
  govukButton({
    text: 'Log a contact',
    href: `/carers/${id}/contacts/new`,
    attributes: { 'aria-keyshortcuts': 'c' },
  })

const panelView = ({ id, title, body }: PanelShown): Html =>
  html`<section class="app-panel" aria-labelledby="panel-${id}">
    <h2 class="govuk-heading-s app-panel__title" id="panel-${id}">${title}</h2>
    ${body}
  </section>`

function timelineView({ entries, total, kind, filters }: TimelineShown): Html {
  const shown =
    entries.length === 0
      ? html`<p class="govuk-body">Nothing here yet.</p>`
      : mojTimeline({ items: entries.map(entryView), headingLevel: 3, classes: 'app-timeline' })
  const more = new URLSearchParams({ ...(kind === null ? {} : { show: kind }), all: 'yes' })
  return html`<section aria-labelledby="timeline">
    <div class="app-timeline-head">
      <h2 class="govuk-heading-m" id="timeline">Timeline</h2>
      ${filterLinks(filters, kind)}
    </div>
    ${shown}
    ${
      total > entries.length
        ? html`<p class="govuk-body">
            <a class="govuk-link" href="?${String(more)}#timeline">Show all ${total}</a>
          </p>`
        : nothing
    }
  </section>`
}

function filterLinks(filters: TimelineShown['filters'], current: string | null): Html {
  if (filters.length < 2) return nothing
  const all = filters.reduce((sum, { count }) => sum + count, 0)
  const link = (kind: string | null, label: string, count: number) =>
    html`<li>
      <a
        class="govuk-link"
        href="?${kind === null ? '' : `show=${kind}`}#timeline"
        ${kind === current ? html` aria-current="true"` : nothing}
        >${label} ${count}</a
      >
    </li>`
  return html`<ul class="app-filter" aria-label="Show only">
    ${link(null, 'All', all)} ${filters.map(({ kind, label, count }) => link(kind, label, count))}
  </ul>`
}

function entryView(entry: TimelineEntry) {
  const time = entry.at === undefined ? '' : `, ${timeInWords(entry.at)}`
  return {
    label: {
      html:
        entry.href === undefined
          ? html`${entry.title}`
          : html`<a class="govuk-link" href="${entry.href}">${entry.title}</a>`,
    },
    datetime: { timestamp: entry.at ?? entry.on, text: `${inWords(entry.on)}${time}` },
    ...(entry.text === undefined
      ? { text: '' }
      : { html: html`<p class="app-words">${entry.text}</p>` }),
    ...(entry.by === undefined ? {} : { byline: { text: entry.by } }),
  }
}
