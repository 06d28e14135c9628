import type { RecordPanel } from '#platform/room.ts'
import { listCaredFor, listCarers } from './caring.sql.ts'
import { caringPanel } from './panel.view.ts'

/** Whom the person looks after and who looks after them. */
export const caringOnRecord: RecordPanel = {
  id: 'caring',
  side: 'facts',
  order: 10,
  show: async (tx, { personId, today }) => {
    const caredFor = await listCaredFor(tx, personId)
    const carers = await listCarers(tx, personId)
    return { title: 'Caring', body: caringPanel({ personId, caredFor, carers, today }) }
  },
}
