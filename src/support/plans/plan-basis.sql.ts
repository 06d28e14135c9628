import { sql } from 'kysely'
import type { Step } from '#assess/eligibility/eligibility.ts'
import type { FamilyStep } from '#assess/eligibility/family-decision.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

const here = sql<number>`actor_authority()`

/** A completed assessment that a plan may rest on, with the decision made on it where there is one. */
export type PlanBasis = {
  readonly assessmentId: string
  readonly kind: string
  readonly completedOn: IsoDate
  readonly outcome: string | null
  readonly determinationId: string | null
  readonly eligible: boolean | null
  readonly steps: readonly Step[] | null
  readonly familySteps: readonly FamilyStep[] | null
  readonly adviceReduce: string | null
  readonly advicePrevent: string | null
}

/** A person's completed assessments, the latest first, each with its last decision. */
export async function listBases(tx: Tx, personId: string): Promise<readonly PlanBasis[]> {
  return tx
    .selectFrom('assessment')
    .leftJoinLateral(
      (last) =>
        last
          .selectFrom('determination')
          .select(['id as determinationId', 'eligible', 'steps', 'familySteps'])
          .select(['adviceReduce', 'advicePrevent'])
          .whereRef('determination.authorityId', '=', 'assessment.authorityId')
          .whereRef('determination.assessmentId', '=', 'assessment.id')
          .where('determination.state', '=', 'decided')
          .orderBy('determination.number', 'desc')
          .limit(1)
          .as('decision'),
      (join) => join.onTrue(),
    )
    .select(['assessment.id as assessmentId', 'kind', 'completedOn', 'outcome'])
    .select(['determinationId', 'eligible', 'steps', 'familySteps'])
    .select(['adviceReduce', 'advicePrevent'])
    .where('assessment.authorityId', '=', here)
    .where('assessment.personId', '=', personId)
    .where('assessment.state', '=', 'completed')
    .orderBy('completedOn', 'desc')
    .orderBy('assessment.id', 'desc')
    .$castTo<PlanBasis>()
    .execute()
}

/** What kind of carer the actor's organisations know this person as; nothing for a cared-for person. */
export async function findCarerKind(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('involvement')
    .select('kind')
    .where('authorityId', '=', here)
    .where('personId', '=', personId)
    .where('kind', '<>', 'cared_for')
    .orderBy(sql`until is null`, 'desc')
    .orderBy('since', 'desc')
    .executeTakeFirst()
  return row?.kind
}
