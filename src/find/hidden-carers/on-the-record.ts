import { html } from '#platform/lib/html.ts'
import type { RecordPanel } from '#platform/room.ts'
import { answerPath, findPrompts } from './find-prompts.ts'
import { listCaredForAround } from './surroundings.sql.ts'

/** Carers who may be hidden around this person. */
export const hiddenCarersOnRecord: RecordPanel = {
  id: 'hidden-carers',
  side: 'facts',
  order: 12,
  show: async (tx, { personId, today }) => {
    const around = await listCaredForAround(tx, personId)
    const prompts = await findPrompts(tx, around, today)
    if (prompts.length === 0) return null
    return {
      title: 'A carer nobody knows?',
      body: html`<ul class="govuk-list">
        ${prompts.map(
          (prompt) =>
            html`<li>
              ${prompt.words}
              <a class="govuk-link" href="${answerPath(prompt)}">I looked into it</a>
            </li>`,
        )}
      </ul>`,
    }
  },
}
