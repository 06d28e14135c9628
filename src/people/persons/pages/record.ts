import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { askingOnce } from '#platform/db/side-by-side.ts'
import { page, see, show, type Page } from '#platform/web/page.ts'
import type { Gathered, RecordOf, TimelineEntry } from '#platform/room.ts'
import { findNeeds } from '../communication.sql.ts'
import { gatherPathway } from '#people/pathway/gather-pathway.ts'
import { openRecord } from '../open-records.sql.ts'
import { carerParams } from '../params.ts'
import { nameWithKnownAs } from '../person.ts'
import { knownThroughCarer, panelsThroughCarer } from '../known-through-carer.rules.ts'
import { getPerson } from '../persons.sql.ts'
import { recordView, type PanelShown } from './record.view.ts'

/** How much of a long timeline is shown unless all of it is asked for. */
const entriesShown = 40

const query = z.object({
  show: z.string().max(40).optional().catch(undefined),
  all: z.literal('yes').optional().catch(undefined),
})

/** The carer's record: what all rooms know, each handing over its panels, entries and dates. */
export function recordPage(gathered: Gathered): Page {
  return page({
    path: '/carers/:id',
    door: 'workspace',
    may: workers,
    params: carerParams,
    query,
    get: ({ params, query: { show: kind, all }, asActor, actor, clock }) =>
      asActor(async (tx) => {
        const person = await getPerson(tx, params.id)
        if (person.mergedInto !== null) return see(`/carers/${person.mergedInto}`)
        const of = { personId: person.id, actor, today: clock.today() }
        const once = askingOnce(tx)
        const [entries, panels, pathway, alsoHere, needs] = await Promise.all([
          listEntries(once, gathered, of),
          listPanels(once, gathered, of),
          gatherPathway(once, gathered, of),
          openRecord(tx, { actor, personId: person.id, at: clock.now() }),
          findNeeds(once, person.id),
          noteRead(tx, actor, person.id, 'record'),
        ])
        const through = knownThroughCarer(person, actor)
        const matching =
          kind === undefined ? entries : entries.filter((entry) => entry.kind === kind)
        return show({
          title: nameWithKnownAs(person),
          wide: true,
          main: recordView({
            person,
            needs,
            today: of.today,
            panels: through ? panels.filter(({ id }) => panelsThroughCarer.includes(id)) : panels,
            through,
            alsoHere,
            clock: pathway,
            timeline: {
              entries: all === 'yes' ? matching : matching.slice(0, entriesShown),
              total: matching.length,
              kind: kind ?? null,
              filters: filtersOf(gathered, entries),
            },
          }),
        })
      }),
  })
}

async function listPanels(
  tx: Tx,
  { recordPanels }: Gathered,
  of: RecordOf,
): Promise<readonly PanelShown[]> {
  const shown = await Promise.all(
    recordPanels.map(async ({ id, side, show: panel }) => {
      const content = await panel(tx, of)
      return content === null ? [] : [{ id, side, ...content }]
    }),
  )
  return shown.flat()
}

/** All entries, newest first; of one day the latest moment first, those without one last. */
async function listEntries(
  tx: Tx,
  { timeline }: Gathered,
  of: RecordOf,
): Promise<readonly TimelineEntry[]> {
  const entries = await Promise.all(timeline.map(({ list }) => list(tx, of)))
  const key = ({ on, at }: TimelineEntry) => `${on} ${at ?? ''}`
  return entries.flat().toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0))
}

function filtersOf(gathered: Gathered, entries: readonly TimelineEntry[]) {
  const labels = new Map(gathered.timeline.map(({ kind, label }) => [kind, label]))
  return [...labels]
    .map(([kind, label]) => ({
      kind,
      label,
      count: entries.filter((entry) => entry.kind === kind).length,
    }))
    .filter(({ count }) => count > 0)
}
