import type { Tx } from '#platform/db/database.ts'
import { listKnownCarers } from './known.sql.ts'
import { whoseBook, type WhoseBook } from './whose-book.ts'

/** Which of these ids of previous systems came with an earlier import, and whose they are. */
export async function earlierCarers(
  tx: Tx,
  authorityId: number,
  ids: readonly string[],
): Promise<WhoseBook> {
  const book = whoseBook()
  for (const register of ['adult_carers', 'young_carers'] as const) {
    const rows = await listKnownCarers(tx, { authorityId, register, ids })
    const whose = rows.map(({ sourceId, personId, readers, kind, organisationId }) => {
      const otherwise =
        register === 'adult_carers' ? ('adult_carer' as const) : ('young_carer' as const)
      return [
        sourceId,
        { personId, readers, kind: kind ?? otherwise, organisationId: organisationId ?? 0 },
      ] as const
    })
    book.add(register, new Map(whose))
  }
  return book
}
