import { pathwayClock, type ClockEvent } from '#people/persons/clock.rules.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import type { Tx } from '#platform/db/database.ts'
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
    get: ({ actor, asActor, clock }) =>
      asActor(async (tx) => {
        const { personId } = actor
        if (personId === null) throw new NotFound('record')
        const of = { personId, actor, today: clock.today() }
        const person = await getPerson(tx, personId)
        const workers = await listOwnWorkers(tx)
        const pathway = pathwayClock(await listSteps(tx, gathered, of), of.today)
        const panels = await listPanels(tx, gathered, of)
        return show(myView({ person, workers, clock: pathway, panels }))
      }),
  })
}

async function listSteps(tx: Tx, { clock }: Gathered, of: RecordOf): Promise<ClockEvent[]> {
  const events: ClockEvent[] = []
  for (const { step, list } of clock) {
    events.push(...(await list(tx, of)).map((on) => ({ step, on })))
  }
  return events
}

async function listPanels(tx: Tx, { carerPanels }: Gathered, of: RecordOf): Promise<OwnPanel[]> {
  const panels: OwnPanel[] = []
  for (const { id, show: panel } of carerPanels) {
    const content = await panel(tx, of)
    if (content !== null) panels.push({ id, ...content })
  }
  return panels
}
