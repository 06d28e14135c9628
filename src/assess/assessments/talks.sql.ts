import type { Tx } from '#platform/db/database.ts'
import type { Talk } from './talks.rules.ts'

/** The conversations with a person as an assessment reads them, the newest first. */
export function listTalks(tx: Tx, personId: string): Promise<Talk[]> {
  return tx
    .selectFrom('conversation')
    .select(['id', 'number', 'heldOn', 'words', 'unconfirmed'])
    .where('personId', '=', personId)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .$castTo<Talk>()
    .execute()
}
