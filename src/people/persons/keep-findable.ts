import type { Tx } from '#platform/db/database.ts'
import { getPerson, listPreviousIds } from './persons.sql.ts'
import { searchKeys } from './search-keys.rules.ts'
import { replaceSearchKeys } from './search.sql.ts'

/** Brings a person's search keys into line with their record; after every change of either. */
export async function keepFindable(tx: Tx, personId: string): Promise<void> {
  const person = await getPerson(tx, personId)
  const previousIds = await listPreviousIds(tx, personId)
  const keys = searchKeys({ ...person, previousIds })
  await replaceSearchKeys(tx, { authorityId: person.authorityId, personId, keys })
}
