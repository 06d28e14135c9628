import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Gathered, RecordOf, TimelineEntry } from '#platform/room.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { asOpened } from '../opened-by.ts'
import { ownKindWords } from '../override.ts'
import { getOverride } from '../overrides.sql.ts'
import { openedRecordView, type OpenedPanel } from './opened-record.view.ts'

/** The record itself, to be read and not changed, for as long as its override lasts; each look is noted. */
export function openedRecordPage(gathered: Gathered): Page {
  return page({
    path: '/overrides/:id/record',
    door: 'workspace',
    may: workers,
    params: z.object({ id: idParam }),
    get: async ({ params, actor, asActor, db, clock }) => {
      const override = await asActor((tx) => getOverride(tx, params.id))
      const of = { actor, override, now: clock.now() }
      return asOpened(db, of, async (tx, opened) => {
        const person = await getPerson(tx, override.personId)
        const why = `${ownKindWords[override.kind]}: ${override.reason.replace(/\.$/, '')}`
        await noteRead(tx, opened, person.id, 'record', { purpose: why, overrideId: override.id })
        const record = { personId: person.id, actor: opened, today: clock.today() }
        return show(
          openedRecordView({
            person,
            override,
            today: record.today,
            panels: await listPanels(tx, gathered, record),
            entries: await listEntries(tx, gathered, record),
          }),
        )
      })
    },
  })
}

async function listPanels(
  tx: Tx,
  { recordPanels }: Gathered,
  of: RecordOf,
): Promise<OpenedPanel[]> {
  const panels: OpenedPanel[] = []
  for (const { id, show: panel } of recordPanels) {
    const content = await panel(tx, of)
    if (content !== null) panels.push({ id, ...content })
  }
  return panels
}

async function listEntries(
  tx: Tx,
  { timeline }: Gathered,
  of: RecordOf,
): Promise<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  for (const { list } of timeline) entries.push(...(await list(tx, of)))
  return entries.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, 40)
}
