import type { Actor } from '#platform/access/actor.ts'
import { dutyNames } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { updateOutcome } from '#assess/assessments/assessments.sql.ts'
import { getOrganisation } from '#assess/assessments/settings.sql.ts'
import { listDelegates } from '#share/organisations/delegation.sql.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { carerEligibility } from './carer-eligibility.rules.ts'
import { decidingStanding, type Standing } from './delegation.rules.ts'
import type { Determination } from './determination.ts'
import type { Eligibility } from './eligibility.ts'
import { familyDecision, type FamilyDecision } from './family-decision.rules.ts'
import { outcomeIn } from './family-decision.ts'
import { updateDecided } from './determinations.sql.ts'
import type { Responsibility } from './responsible-authority.rules.ts'

/** In which standing this actor's organisation decides; a council practitioner is the council. */
export async function standingOf(
  tx: Tx,
  actor: Actor,
  { organisationId }: Pick<Determination, 'organisationId'>,
  today: IsoDate,
): Promise<Standing & { readonly organisationId: number }> {
  const own = actor.organisationIds.includes(organisationId)
    ? organisationId
    : (actor.organisationIds[0] ?? organisationId)
  const organisation = await getOrganisation(tx, own)
  const delegates = await listDelegates(tx, { authorityId: actor.authorityId, on: today })
  return { ...decidingStanding({ organisation, delegates }), organisationId: own }
}

/** What the law of its kind makes of the findings so far. */
export function cameTo(
  of: Pick<Determination, 'kind' | 'findings' | 'familyFindings'>,
): Eligibility | FamilyDecision {
  return of.kind === 'adult_carer'
    ? carerEligibility(of.findings)
    : familyDecision(of.kind, of.familyFindings)
}

/**
 * Decides on a draft's findings, or proposes to, as the standing allows. False where the draft
 * changed since that version was read, or was decided meanwhile.
 */
export async function makeDecision(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly determination: Determination
    readonly version: number
    readonly responsibility: Responsibility
    readonly today: IsoDate
  },
): Promise<boolean> {
  const { actor, determination } = of
  const standing = await standingOf(tx, actor, determination, of.today)
  const came = cameTo(determination)
  const decided = await updateDecided(tx, {
    id: determination.id,
    version: of.version,
    organisationId: standing.organisationId,
    state: standing.as === 'proposal' ? 'to_countersign' : 'decided',
    came,
    responsibility: of.responsibility,
    decidedOn: of.today,
    decidedBy: actor.accountId,
    decidedByName: actor.displayName,
    decidedByRole: roleOf(actor),
    decidedAs: standing.as,
  })
  if (decided && standing.as !== 'proposal') {
    const answered = { eligible: null, answer: null, ...came }
    await updateOutcome(
      tx,
      determination.assessmentId,
      outcomeOf({ ...determination, ...answered }),
    )
  }
  return decided
}

/** The word for it in the list of what an assessment can come to. */
export function outcomeOf({
  kind,
  eligible,
  answer,
}: Pick<Determination, 'kind' | 'eligible' | 'answer'>): string {
  if (kind === 'adult_carer') return eligible === true ? 'eligible' : 'not_eligible'
  if (answer === null) throw new Error('an outcome follows a decision')
  return outcomeIn(kind, answer).outcome
}

/** The duty by which somebody decides, as a letter names it. */
export function roleOf(actor: Actor): string {
  const duty = assessors.find((each) => actor.duties.includes(each))
  return duty === undefined ? 'Assessor' : dutyNames[duty]
}
