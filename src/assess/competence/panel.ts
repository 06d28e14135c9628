import { holds } from '#platform/access/actor.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { RecordPanel } from '#platform/room.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { competenceStarts } from './competence.rules.ts'
import { competenceWords, viewers } from './competence.ts'
import { listCompetenceViews } from './competence.sql.ts'

/** On a child's record: which decisions they could make, each by itself; on an adult's, those from before. */
export const competencePanel: RecordPanel = {
  id: 'competence',
  side: 'facts',
  order: 65,
  show: async (tx, { personId, actor, today }) => {
    if (!holds(actor, ...viewers)) return null
    const { dateOfBirth } = await getPerson(tx, personId)
    const views = await listCompetenceViews(tx, personId)
    if (views.length === 0 && !isChild(dateOfBirth, today)) return null
    const facts = views.slice(0, 3).map((view) => ({
      name: view.decision,
      value: `${competenceWords(view.competent)}, ${inWords(isoDate(view.formedOn))}`,
    }))
    return {
      title: 'Their own decisions',
      body: html`${facts.length === 0 ? nothing : factList({ facts })}
        <p class="govuk-body">
          <a class="govuk-link" href="/carers/${personId}/competence">What they can decide</a>
        </p>`,
    }
  },
}

const isChild = (bornOn: string | null, today: IsoDate): boolean =>
  bornOn !== null && competenceStarts(isoDate(bornOn), today) !== 'adult'
