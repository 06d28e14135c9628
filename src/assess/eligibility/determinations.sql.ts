import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { AssessmentKind } from '#assess/assessments/assessment.ts'
import type { DecidedAs } from './delegation.rules.ts'
import type { Determination } from './determination.ts'
import type { Eligibility, Findings } from './eligibility.ts'
import type { FamilyDecision } from './family-decision.rules.ts'
import type { FamilyFindings } from './family-decision.ts'
import type { Responsibility } from './responsible-authority.rules.ts'

function determinations(tx: Tx) {
  return tx
    .selectFrom('determination')
    .select([
      'id',
      'assessmentId',
      'personId',
      'organisationId',
      'number',
      'kind',
      'state',
      'rulesVersion',
      'findings',
      'steps',
      'eligible',
      'familyFindings',
      'familySteps',
      'answer',
      'responsibility',
      'adviceReduce',
      'advicePrevent',
      'decidedOn',
      'decidedBy',
      'decidedByName',
      'decidedByRole',
      'decidedAs',
      'countersignedOn',
      'countersignedBy',
      'countersignedByName',
      'returnedWords',
      'sentAt',
      'sentAs',
      'copyOn',
      'copiesTo',
      'established',
      'establishedOn',
      'establishedByName',
      'secondLookId',
      'notBy',
      'version',
    ])
    .$castTo<Determination>()
}

/** The determination; throws NotFound where there is none that the actor may read. */
export async function getDetermination(tx: Tx, id: string): Promise<Determination> {
  const found = await determinations(tx).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('decision')
  return found
}

/** All determinations made on an assessment, the newest first. */
export function listDeterminations(tx: Tx, assessmentId: string): Promise<Determination[]> {
  return determinations(tx)
    .where('assessmentId', '=', assessmentId)
    .orderBy('number', 'desc')
    .execute()
}

/** All determinations about a person, the newest first. */
export const listDeterminationsOf = statement((tx, personId: string) =>
  determinations(tx)
    .where('personId', '=', personId)
    .orderBy('decidedOn', (order) => order.desc().nullsFirst())
    .orderBy('number', 'desc'),
)

/** Begins the next determination on an assessment, unless one is under way; sent twice, it begins once. */
export async function insertDraft(
  tx: Tx,
  draft: {
    readonly authorityId: number
    readonly id: string
    readonly assessmentId: string
    readonly personId: string
    readonly organisationId: number
    readonly kind: AssessmentKind
    readonly rulesVersion: string
    readonly findings: Findings
    readonly familyFindings: FamilyFindings
    /** Where it is made anew after a second look: for which, and who may not make or sign it. */
    readonly secondLookId?: string
    readonly notBy?: readonly string[]
  },
): Promise<void> {
  await tx
    .insertInto('determination')
    .values((eb) => ({
      ...draft,
      findings: JSON.stringify(draft.findings),
      familyFindings: JSON.stringify(draft.familyFindings),
      notBy: [...(draft.notBy ?? [])],
      state: 'draft',
      number: eb
        .selectFrom('determination')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('authorityId', '=', draft.authorityId)
        .where('assessmentId', '=', draft.assessmentId),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Saves a draft's findings; false where somebody saved since that version was read, or it is decided. */
export async function updateFindings(
  tx: Tx,
  of: { readonly id: string; readonly version: number; readonly findings: Findings },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({ findings: JSON.stringify(of.findings), version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Saves a draft's answers under another law than the adults'; false as in `updateFindings`. */
export async function updateFamilyFindings(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly familyFindings: FamilyFindings
  },
): Promise<boolean> {
  const familyFindings = JSON.stringify(of.familyFindings)
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({ familyFindings, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Makes a draft a decision, or a proposal of one; false where it changed since that version was read. */
export async function updateDecided(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly state: 'decided' | 'to_countersign'
    /** For whom it is decided: it signs the letter. */
    readonly organisationId: number
    /** What the adults' regulations make of it, or what the other laws' parts came to. */
    readonly came: Eligibility | FamilyDecision
    readonly responsibility: Responsibility
    readonly decidedOn: IsoDate
    readonly decidedBy: string | null
    readonly decidedByName: string
    readonly decidedByRole: string
    readonly decidedAs: DecidedAs
  },
): Promise<boolean> {
  const { id, version, came, responsibility, ...decided } = of
  const steps = JSON.stringify(came.steps)
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({
      ...decided,
      ...('eligible' in came
        ? { eligible: came.eligible, steps }
        : { answer: came.answer, familySteps: steps }),
      responsibility: JSON.stringify(responsibility),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The council countersigns a proposal; false where it does not wait for that (any more). */
export async function updateCountersigned(
  tx: Tx,
  of: {
    readonly id: string
    readonly countersignedOn: IsoDate
    readonly countersignedBy: string | null
    readonly countersignedByName: string
  },
): Promise<boolean> {
  const { id, ...countersigned } = of
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({ ...countersigned, state: 'decided', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'to_countersign')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The council returns a proposal with its reason; the next determination has the next number. */
export async function updateReturned(tx: Tx, id: string, returnedWords: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({ returnedWords, state: 'returned', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'to_countersign')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Saves the written advice; false where it has been sent, or somebody saved since. */
export async function updateAdvice(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly adviceReduce: string
    readonly advicePrevent: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({
      adviceReduce: of.adviceReduce,
      advicePrevent: of.advicePrevent,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('sentAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps that the decision went out, how, and when the carer had a copy; false where it went before. */
export async function updateSent(
  tx: Tx,
  of: {
    readonly id: string
    readonly sentAt: IsoInstant
    readonly sentAs: string
    readonly copyOn: IsoDate
    readonly copiesTo: string | null
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({
      sentAt: of.sentAt,
      sentAs: of.sentAs,
      copyOn: of.copyOn,
      copiesTo: of.copiesTo,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', of.id)
    .where('state', '=', 'decided')
    .where('sentAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps whose responsibility a decision is, found out after it; false where it changed, or was kept before. */
export async function updateEstablished(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly established: Responsibility
    readonly establishedOn: IsoDate
    readonly establishedByName: string
  },
): Promise<boolean> {
  const { id, version, established, ...by } = of
  const { numUpdatedRows } = await tx
    .updateTable('determination')
    .set((eb) => ({
      ...by,
      established: JSON.stringify(established),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'decided')
    .where('established', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
