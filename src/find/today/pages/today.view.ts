import { mojPageHeaderActions } from '#platform/govuk/moj/page-header-actions.ts'
import { workList, type WorkItem } from '#platform/govuk/own/work-list.ts'
import { dayInWords, daysBetween, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { TodayItem } from '#platform/room.ts'
import type { SavedFilter } from '../saved-filters.sql.ts'
import { savedFiltersView } from '../saved-filters.view.ts'
import { nextDays, type Due } from '../week.rules.ts'

/** One kind of work: how much there is in all, and as much of it as is shown. */
export type KindOfWork = {
  readonly kind: string
  readonly label: string
  readonly shown: boolean
  readonly items: readonly TodayItem[]
  readonly total: number
}

export type TodayModel = {
  readonly today: IsoDate
  readonly kinds: readonly KindOfWork[]
  readonly due: Due
  readonly only: string | null
  readonly saved: readonly SavedFilter[]
  /** Whose day it is, where it is not the reader's own. */
  readonly whose: { readonly id: string; readonly name: string } | null
}

export function todayView({ today, kinds, due, only, saved, whose }: TodayModel): Html {
  const { overdue, today: dueToday, thisWeek, later } = due
  const next = nextDays(today).isMonday
    ? { title: 'Tomorrow', empty: 'Nothing is due tomorrow.' }
    : { title: 'This week', empty: 'Nothing more this week.' }
  const groups = [
    { title: 'Overdue', tone: 'overdue', items: overdue, empty: 'Nothing is overdue.' },
    { title: 'Today', tone: 'today', items: dueToday, empty: 'Nothing is due today.' },
    { ...next, tone: 'later', items: thisWeek },
    { title: 'Later', tone: 'later', items: later, empty: '' },
  ] as const
  return html`${mojPageHeaderActions({
    classes: 'govuk-!-margin-bottom-2',
    heading: {
      text:
        whose === null
          ? `Today, ${dayInWords(today)}`
          : `The day of ${whose.name}, ${dayInWords(today)}`,
      level: 1,
      classes: 'govuk-heading-l',
    },
    items: [
      {
        text: 'Log a contact',
        href: '/search?for=contact',
        attributes: { 'aria-keyshortcuts': 'c' },
      },
    ],
  })}
  ${filters(kinds, only, whose?.id)}
  ${savedFiltersView({
    saved,
    address: dayHref(only, whose?.id),
    suggested: [kinds.find(({ kind }) => kind === only)?.label ?? 'Today', whose?.name]
      .filter(Boolean)
      .join(': '),
  })}
  ${groups
    .filter(({ items, empty }) => items.length > 0 || empty !== '')
    .map(({ items, ...group }) =>
      workList({ ...group, items: items.map((item) => asWork(item, today, kinds)) }),
    )}
  ${kinds.map((kind) => leftOut(kind, whose?.id))}`
}

/** Every kind of work with its exact number, each a filter in the address. */
function filters(kinds: readonly KindOfWork[], only: string | null, of: string | undefined): Html {
  const some = kinds.filter(({ total, kind }) => total > 0 || kind === only)
  if (some.length === 0) return nothing
  const all = kinds.reduce((sum, { total }) => sum + total, 0)
  const link = (kind: string | null, label: string, total: number) =>
    html`<li>
      <a
        class="govuk-link"
        href="${dayHref(kind, of)}"
        ${kind === only ? html` aria-current="true"` : nothing}
        >${label} ${total.toLocaleString('en-GB')}</a
      >
    </li>`
  return html`<ul class="app-filter govuk-!-margin-bottom-5" aria-label="Show only">
    ${link(null, 'All', all)} ${some.map(({ kind, label, total }) => link(kind, label, total))}
  </ul>`
}

function dayHref(kind: string | null, of: string | undefined): string {
  const query = new URLSearchParams({
    ...(of === undefined ? {} : { of }),
    ...(kind === null ? {} : { show: kind }),
  })
  return query.size === 0 ? '/today' : `/today?${String(query)}`
}

function asWork(item: TodayItem, today: IsoDate, kinds: readonly KindOfWork[]): WorkItem {
  const label = kinds.find(({ kind }) => kind === item.kind)?.label
  const detail = [item.title.includes(':') ? null : label, item.detail].filter(Boolean).join(': ')
  return { title: item.title, href: item.href, detail, due: dueWords(item.dueOn, today) }
}

function dueWords(dueOn: IsoDate, today: IsoDate): string {
  const late = daysBetween(dueOn, today)
  if (late === 0) return 'today'
  if (late === 1) return 'since yesterday'
  if (late > 1) return `${late.toLocaleString('en-GB')} days late`
  return late === -1 ? 'tomorrow' : dayInWords(dueOn)
}

/** Lists that are cut off say so, with the way to the rest. */
function leftOut({ kind, label, shown, items, total }: KindOfWork, of: string | undefined): Html {
  if (!shown || total <= items.length) return nothing
  const words = `${items.length.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
  return html`<p class="govuk-body">
    ${label}: ${words} are shown, the soonest due first.
    <a class="govuk-link" href="${dayHref(kind, of)}">Show more of them</a>
  </p>`
}
