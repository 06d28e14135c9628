import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { CompetenceView } from './competence.ts'

/** What was seen of a child's competence, decision by decision, the newest first. */
export function listCompetenceViews(tx: Tx, personId: string): Promise<CompetenceView[]> {
  return tx
    .selectFrom('competenceView')
    .select([
      'id',
      'personId',
      'organisationId',
      'about',
      'decision',
      'competent',
      'because',
      'whoDecides',
      'formedOn',
      'formedBy',
      'formedByName',
      'recordedAt',
    ])
    .where('personId', '=', personId)
    .orderBy('formedOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Keeps a view; what is there already (the same form sent twice) stays. */
export async function insertCompetenceView(
  tx: Tx,
  view: Omit<Insertable<DB['competenceView']>, 'readers' | 'recordedAt'>,
): Promise<void> {
  await tx
    .insertInto('competenceView')
    .values(view)
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}
