import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Assessment } from './assessment.ts'
import type { MatterOutcome } from './matters.rules.ts'

/** Keeps what came of each matter of an assessment, when it is completed. */
export async function insertMatters(
  tx: Tx,
  { authorityId }: Pick<Actor, 'authorityId'>,
  { id: assessmentId, personId }: Pick<Assessment, 'id' | 'personId'>,
  matters: readonly MatterOutcome[],
): Promise<void> {
  if (matters.length === 0) return
  await tx
    .insertInto('assessmentMatter')
    .values(matters.map((each) => ({ authorityId, id: newId(), assessmentId, personId, ...each })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What came of each matter of an assessment, in the order in which it was asked. */
export function listMatters(tx: Tx, assessmentId: string): Promise<MatterOutcome[]> {
  return tx
    .selectFrom('assessmentMatter')
    .select(['matter', 'outcome'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('id')
    .execute()
}

export type MatterCount = MatterOutcome & { readonly count: number }

/** How often each came of each, in the assessments that the actor's organisations completed in a period. */
export async function countMatters(
  tx: Tx,
  of: { readonly actor: Actor; readonly from: IsoDate; readonly to: IsoDate },
): Promise<MatterCount[]> {
  const { rows } = await sql<MatterCount>`
    select m.matter, m.outcome, count(*) as count
      from assessment_matter m
      join assessment a on a.authority_id = m.authority_id and a.id = m.assessment_id
     where a.authority_id = ${of.actor.authorityId}
       and a.organisation_id = any (${[...of.actor.organisationIds]}::integer[])
       and a.completed_on between ${of.from} and ${of.to}
     group by m.matter, m.outcome order by m.matter, count(*) desc, m.outcome`.execute(tx)
  return rows
}
