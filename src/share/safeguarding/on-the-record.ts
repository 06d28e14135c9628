import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { RecordPanel } from '#platform/room.ts'
import { concernList } from './concern-list.view.ts'
import { listConcernsOn } from './safeguarding.sql.ts'

/** The concerns that the actor may read, and a way to raise one about somebody of this record. */
export const safeguardingPanel: RecordPanel = {
  id: 'safeguarding',
  side: 'facts',
  order: 90,
  show: async (tx, { personId, actor }) => {
    if (!holds(actor, ...workers)) return null
    const concerns = await listConcernsOn(tx, personId)
    return {
      title: 'Safeguarding',
      body: html`${concerns.length === 0 ? nothing : concernList(concerns)}
        <p class="govuk-body">
          <a class="govuk-link" href="/safeguarding/raise?record=${personId}">Raise a concern</a>
        </p>`,
    }
  },
}
