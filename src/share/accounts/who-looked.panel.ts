import { html } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'
import { listLooks } from './looks.sql.ts'
import { lookList } from './looks.view.ts'

/** The last three who looked, on the carer's own page. */
export const whoLookedPanel: CarerPanel = {
  id: 'who-looked',
  order: 90,
  show: async (tx, { personId, actor }) => {
    const { authorityId, accountId } = actor
    const looks = await listLooks(tx, { authorityId, personId, accountId, offset: 0, limit: 3 })
    const body =
      looks.length === 0
        ? html`<p class="govuk-body">Nobody has looked at your record here yet.</p>`
        : html`${lookList(looks)}
            <p class="govuk-body">
              <a class="govuk-link" href="/my/who-looked">See everybody who looked</a>
            </p>`
    return { title: 'Who looked at your record', body }
  },
}
