import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Assessment, AssessmentKind } from './assessment.ts'

function assessments(tx: Tx) {
  return tx
    .selectFrom('assessment')
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'assessment.authorityId')
        .onRef('account.id', '=', 'assessment.assessorId'),
    )
    .select([
      'assessment.id',
      'assessment.reference',
      'assessment.personId',
      'assessment.organisationId',
      'assessment.assessorId',
      'account.displayName as assessorName',
      'assessment.kind',
      'assessment.method',
      'assessment.combined',
      'assessment.state',
      'assessment.askedOn',
      'assessment.askedWhere',
      'assessment.informationSentOn',
      'assessment.begunOn',
      'assessment.completedOn',
      'assessment.closedOn',
      'assessment.closedReason',
      'assessment.closedWords',
      'assessment.combinedReference',
      'assessment.combinedOn',
      'assessment.combinedAuthority',
      'assessment.combinedCarerOn',
      'assessment.combinedCaredForOn',
      'assessment.outcome',
      'assessment.formVersion',
      'assessment.version',
    ])
    .select((eb) => eb('assessment.previousRef', 'is not', null).as('fromElsewhere'))
    .$castTo<Assessment>()
}

/** The assessment; throws NotFound where there is none that the actor may read. */
export async function getAssessment(tx: Tx, id: string): Promise<Assessment> {
  const found = await assessments(tx).where('assessment.id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('assessment')
  return found
}

/** All assessments of a person: what is waited for first, then the newest. */
export const listAssessments = statement((tx, personId: string) =>
  assessments(tx)
    .where('assessment.personId', '=', personId)
    .orderBy((eb) => eb('assessment.state', 'in', ['asked', 'begun']), 'desc')
    .orderBy(
      ({ fn }) =>
        fn.coalesce(
          'assessment.completedOn',
          'assessment.closedOn',
          'assessment.begunOn',
          'assessment.askedOn',
        ),
      'desc',
    )
    .orderBy('assessment.id', 'desc'),
)

/** The assessment of that kind which the person still waits for. */
export function findOpenAssessment(
  tx: Tx,
  personId: string,
  kind: AssessmentKind,
): Promise<Assessment | undefined> {
  return assessments(tx)
    .where('assessment.personId', '=', personId)
    .where('assessment.kind', '=', kind)
    .where('assessment.state', 'in', ['asked', 'begun'])
    .orderBy('assessment.askedOn')
    .executeTakeFirst()
}

/** Writes an assessment down; false where the row is there already (the same form sent twice). */
export async function insertAssessment(
  tx: Tx,
  assessment: Insertable<DB['assessment']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('assessment')
    .values(assessment)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What a step changes besides the state. */
export type StepChanges = {
  readonly assessorId?: string
  readonly formVersion?: string | null
  readonly method?: string | null
  readonly combined?: boolean
  readonly informationSentOn?: IsoDate | null
  readonly begunOn?: IsoDate
  readonly completedOn?: IsoDate
  readonly closedOn?: IsoDate
  readonly closedReason?: string
  readonly closedWords?: string
  readonly combinedReference?: string | null
  readonly combinedOn?: IsoDate | null
  readonly combinedAuthority?: string | null
  readonly combinedCarerOn?: IsoDate | null
  readonly combinedCaredForOn?: IsoDate | null
  readonly outcome?: string
}

/** Takes a step; false where it is no longer in the state that the step starts from. */
export async function updateState(
  tx: Tx,
  of: {
    readonly id: string
    readonly from: Assessment['state']
    readonly to: Assessment['state']
    readonly changes: StepChanges
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('assessment')
    .set((eb) => ({ ...of.changes, state: of.to, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('state', '=', of.from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Moves the day of asking, where somebody writes down later that it was asked for earlier. */
export async function updateAskedOn(tx: Tx, id: string, askedOn: IsoDate): Promise<void> {
  await tx
    .updateTable('assessment')
    .set((eb) => ({ askedOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['asked', 'begun'])
    .execute()
}

/** Gives an open assessment to an assessor. */
export async function updateAssessor(tx: Tx, id: string, assessorId: string): Promise<void> {
  await tx
    .updateTable('assessment')
    .set((eb) => ({ assessorId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['asked', 'begun'])
    .execute()
}

/** Keeps what a completed assessment came to, once it is decided. */
export async function updateOutcome(tx: Tx, id: string, outcome: string): Promise<void> {
  await tx
    .updateTable('assessment')
    .set((eb) => ({ outcome, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'completed')
    .execute()
}

/** The kind of carer that an organisation's involvement says this person is, and which of `among` it is. */
export function findInvolvement(tx: Tx, personId: string, among: readonly number[]) {
  return tx
    .selectFrom('involvement')
    .select(['organisationId', 'kind', 'workerId'])
    .where('personId', '=', personId)
    .where('kind', '<>', 'cared_for')
    .where('until', 'is', null)
    .orderBy((eb) => eb('organisationId', '=', eb.fn.any(eb.val([...among]))), 'desc')
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
}
