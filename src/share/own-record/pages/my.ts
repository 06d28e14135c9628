import { gatherPathway } from '#people/pathway/gather-pathway.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { askingOnce } from '#platform/db/side-by-side.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Gathered, RecordOf } from '#platform/room.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import { listOwnWorkers } from '../own-record.sql.ts'
import { myView, type OwnPanel } from './my.view.ts'

/** The carer's own page: where things stand, who works with them, and what each room hands over. */
export function myPage(gathered: Gathered): Page {
  return page({
    path: '/my',
    door: 'carer',
    may: ['carer'],
    get: ({ actor, asActor, clock: { today } }) =>
      asActor(async (tx) => {
        const { personId } = actor
        if (personId === null) throw new NotFound('record')
        const of = { personId, actor, today: today() }
        const once = askingOnce(tx)
        const [person, workers, clock, panels] = await Promise.all([
          getPerson(once, personId),
          listOwnWorkers(once),
          gatherPathway(once, gathered, of),
          listPanels(once, gathered, of),
        ])
        return show(myView({ person, workers, clock, panels, today: of.today }))
      }),
  })
}

async function listPanels(tx: Tx, { carerPanels }: Gathered, of: RecordOf): Promise<OwnPanel[]> {
  const panels = await Promise.all(
    carerPanels.map(async ({ id, show: panel }) => {
      const content = await panel(tx, of)
      return content === null ? [] : [{ id, ...content }]
    }),
  )
  return panels.flat()
}
