import type { Tx } from '#platform/db/database.ts'
import { gatherForRequest, listItems, listOthersNames, updateSetAside } from './items.sql.ts'
import { whySetAside } from './names-others.rules.ts'
import type { DataRequest } from './data-rights.ts'

/**
 * Gathers everything held on whom a request is about, and lets go out what names nobody else. What is
 * restricted stays set aside: whoever gathers cannot see it, and the safeguarding lead decides.
 */
export async function gather(tx: Tx, request: Pick<DataRequest, 'id' | 'personId'>): Promise<void> {
  await gatherForRequest(tx, request.id)
  const others = await listOthersNames(tx, request.personId)
  const items = await listItems(tx, request.id)
  const reasons = items
    .filter(({ restricted, decision }) => !restricted && decision === null)
    .map((item) => ({ id: item.id, because: whySetAside(item, others) }))
  await updateSetAside(tx, { requestId: request.id, reasons })
}
