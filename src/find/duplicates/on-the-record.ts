import { inWords, londonDay } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import type { RecordPanel } from '#platform/room.ts'
import { holds } from '#platform/access/actor.ts'
import { actionButton } from '#platform/web/form-view.ts'
import { deciders } from './deciders.ts'
import { listJoinsOf } from './join.sql.ts'

/** Which records were made one with this one, and the way back. */
export const joinedRecords: RecordPanel = {
  id: 'joined-records',
  side: 'facts',
  order: 90,
  show: async (tx, { personId, actor }) => {
    const joins = await listJoinsOf(tx, personId)
    if (joins.length === 0) return null
    const may = holds(actor, ...deciders)
    return {
      title: 'Joined with',
      body: html`${joins.map(
        ({ id, reference, givenName, familyName, joinedAt, how, joinedBy }) =>
          html`<p class="govuk-body-s">
              ${givenName} ${familyName}, ${reference}:
              ${how === 'surely' ? 'joined by the import' : 'joined'}
              ${inWords(londonDay(joinedAt))}
            </p>
            ${may && joinedBy !== null ? actionButton({ action: `/duplicates/joins/${id}/undo`, text: 'Take apart', classes: 'govuk-button--secondary app-button-small' }) : html``}`,
      )}`,
    }
  },
}
