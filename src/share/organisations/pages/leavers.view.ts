import { govukBackLink } from '#platform/govuk/back-link.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { WorkInHandItem } from '#platform/room.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Leaver } from '../leavers.sql.ts'

export function leaversView(leavers: readonly (Leaver & { readonly total: number })[]): PageView {
  const table = govukTable({
    caption: 'People who left',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      { text: 'Name' },
      { text: 'Left on' },
      { text: 'Still in their name', format: 'numeric' },
    ],
    rows: leavers.map(({ id, name, closedOn, total }) => [
      { html: html`<a class="govuk-link" href="/team/leavers/${id}">${name}</a>` },
      { text: inWords(closedOn) },
      { text: String(total), format: 'numeric' },
    ]),
  })
  return {
    title: 'People who left',
    current: '/team',
    before: govukBackLink({ text: 'Team', href: '/team' }),
    main: html`<h1 class="govuk-heading-l">People who left</h1>
      ${leavers.length === 0 ? html`<p class="govuk-body">Nobody’s account was closed.</p>` : scrollable({ label: 'People who left', body: table })}`,
  }
}

type Kind = {
  readonly label: string
  readonly items: readonly WorkInHandItem[]
  readonly total: number
}

export function leaverView(leaver: Leaver, kinds: readonly Kind[]): PageView {
  const title = `What ${leaver.name} left behind`
  return {
    title,
    current: '/team',
    before: govukBackLink({ text: 'People who left', href: '/team/leavers' }),
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">Left on ${inWords(leaver.closedOn)}.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/waiting?of=${leaver.id}"
          >Give much of it to somebody at once</a
        >
      </p>
      ${kinds.length === 0 ? html`<p class="govuk-body">All of it has been given to others.</p>` : kinds.map(work)}`,
  }
}

const work = ({ label, items, total }: Kind): Html =>
  html`<h2 class="govuk-heading-m">${label}: ${total}</h2>
    <ul class="govuk-list">
      ${items.map(({ title, href }) => html`<li><a class="govuk-link" href="${href}">${title}</a></li>`)}
    </ul>
    ${items.length < total ? html`<p class="govuk-body">The first ${items.length} are shown.</p>` : html``}`
