import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { AssessmentKind } from './assessment.ts'

export type WaitingAssessment = {
  readonly id: string
  readonly personId: string
  readonly kind: AssessmentKind
  readonly state: 'asked' | 'begun'
  readonly askedOn: IsoDate
  readonly assessorId: string | null
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

/**
 * The assessments that carers wait for and that are this assessor's to hold: their own, and those
 * of their organisation that nobody has taken. The longest wait first; `total` counts them all.
 */
export async function listWaitingAssessments(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number },
): Promise<{ readonly assessments: readonly WaitingAssessment[]; readonly total: number }> {
  const rows = await tx
    .selectFrom('assessment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'assessment.authorityId')
        .onRef('person.id', '=', 'assessment.personId'),
    )
    .select(['assessment.id', 'assessment.personId', 'kind', 'state', 'askedOn', 'assessorId'])
    .select(['givenName', 'familyName', 'knownAs'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('assessment.authorityId', '=', of.actor.authorityId)
    .where('assessment.organisationId', 'in', [...of.actor.organisationIds, -1])
    .where('state', 'in', ['asked', 'begun'])
    .where('askedOn', 'is not', null)
    .where((where) =>
      where.or([where('assessorId', 'is', null), where('assessorId', '=', of.actor.accountId)]),
    )
    .orderBy('askedOn')
    .orderBy('assessment.id')
    .limit(of.limit)
    .$castTo<WaitingAssessment & { readonly total: number }>()
    .execute()
  return { assessments: rows, total: rows[0]?.total ?? 0 }
}
