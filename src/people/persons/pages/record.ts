import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { page, see, show, type Page } from '#platform/web/page.ts'
import type { Gathered, RecordOf, TimelineEntry } from '#platform/room.ts'
import { pathwayClock, type ClockEvent } from '../clock.rules.ts'
import { carerParams } from '../params.ts'
import { nameWithKnownAs } from '../person.ts'
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
        await noteRead(tx, actor, person.id, 'record')
        const of = { personId: person.id, actor, today: clock.today() }
        const entries = await listEntries(tx, gathered, of)
        const matching =
          kind === undefined ? entries : entries.filter((entry) => entry.kind === kind)
        return show({
          title: nameWithKnownAs(person),
          wide: true,
          main: recordView({
            person,
            today: of.today,
            panels: await listPanels(tx, gathered, of),
            clock: pathwayClock(await listSteps(tx, gathered, of), of.today),
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
  const shown: PanelShown[] = []
  for (const { id, side, show: panel } of recordPanels) {
    const content = await panel(tx, of)
    if (content !== null) shown.push({ id, side, ...content })
  }
  return shown
}

async function listSteps(tx: Tx, gathered: Gathered, of: RecordOf): Promise<readonly ClockEvent[]> {
  const events: ClockEvent[] = []
  for (const { step, list } of gathered.clock) {
    for (const on of await list(tx, of)) events.push({ step, on })
  }
  return events
}

/** All entries, newest first; of one day the latest moment first, those without one last. */
async function listEntries(
  tx: Tx,
  gathered: Gathered,
  of: RecordOf,
): Promise<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  for (const { list } of gathered.timeline) entries.push(...(await list(tx, of)))
  const key = ({ on, at }: TimelineEntry) => `${on} ${at ?? ''}`
  return entries.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0))
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
