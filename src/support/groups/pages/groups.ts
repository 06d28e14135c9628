import { workers } from '#platform/access/duties.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import type { SupportGroup } from '../group.ts'
import { listGroups } from '../groups.sql.ts'

/** The county's support groups: where, when, and who runs them. */
export const groupsPage = page({
  path: '/groups',
  door: 'workspace',
  may: workers,
  get: ({ asActor }) =>
    asActor(async (tx) => {
      const groups = await listGroups(tx)
      const running = groups.filter(({ active }) => active)
      const ended = groups.filter(({ active }) => !active)
      return show({
        title: 'Support groups',
        current: '/groups',
        wide: true,
        main: html`<h1 class="govuk-heading-l">Support groups</h1>
          <p class="govuk-body">
            <strong>${running.length}</strong>
            ${running.length === 1 ? 'group meets' : 'groups meet'}.
          </p>
          ${running.length === 0 ? nothing : table('Groups that meet', running)}
          ${ended.length === 0 ? nothing : table('Groups that no longer meet', ended)}`,
      })
    }),
})

function table(caption: string, groups: readonly SupportGroup[]): Html {
  return html`<div class="app-scroll" role="region" tabindex="0" aria-label="${caption}">
    ${govukTable({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Group' }, { text: 'Town' }, { text: 'Meets' }, { text: 'Run by' }],
      rows: groups.map(({ name, town, meets, organisation }) => [
        { text: name },
        { text: town ?? 'Not recorded' },
        { text: meets ?? 'Not recorded' },
        { text: organisation },
      ]),
    })}
  </div>`
}
