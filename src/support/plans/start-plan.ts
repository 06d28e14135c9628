import type { Step } from '#assess/eligibility/eligibility.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { findCarerKind, listBases, type PlanBasis } from './plan-basis.sql.ts'
import { insertNeed } from './plan-lines.sql.ts'
import type { Plan, PlanKind, PlanNeed } from './plan.ts'
import { findPlan, insertPlan, listOpenPlans } from './plans.sql.ts'

/**
 * Begins a draft from the carer's latest assessment and the decision on it: needs, advice and all.
 * The same id again leads to the same draft; refused with the plan that is open already.
 */
export async function startPlan(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly id: string
    readonly personId: string
    readonly today: IsoDate
  },
): Promise<Result<string, Plan>> {
  const { actor, id, personId, today } = of
  if ((await findPlan(tx, id)) !== undefined) return ok(id)
  const organisationId = organisationOf(actor)
  const [open] = await listOpenPlans(tx, { personId, organisationId })
  if (open !== undefined) return refused(open)
  const [basis] = await listBases(tx, personId)
  const kind = planKind(basis?.kind ?? (await findCarerKind(tx, personId)))
  await insertPlan(tx, {
    id,
    reference: newReference('PLN'),
    number: 1,
    personId,
    organisationId,
    kind,
    startedOn: today,
    workerId: actor.accountId,
    assessmentId: basis?.assessmentId ?? null,
    determinationId: basis?.determinationId ?? null,
    adviceReduce: basis?.adviceReduce ?? null,
    advicePrevent: basis?.advicePrevent ?? null,
  })
  for (const need of basis === undefined ? [] : needsFrom(basis)) {
    await insertNeed(tx, { id, personId }, { id: newId(), ...need })
  }
  return ok(id)
}

/** The needs that a decision found: each part of an adult carer's second condition that applied, with its evidence. */
export function needsFrom(
  basis: Pick<PlanBasis, 'steps' | 'eligible'> & Partial<Pick<PlanBasis, 'familySteps'>>,
): readonly Omit<PlanNeed, 'id' | 'version'>[] {
  const [first] = basis.familySteps ?? []
  // The Children Act has no list of outcomes: the need is what its first part was answered with.
  if (first?.met === true)
    return [{ need: first.evidence.replace(/\.$/, ''), eligible: null, outcomeId: null }]
  const second = basis.steps?.find((step: Step) => step.id === 'C2')
  return (second?.parts ?? [])
    .filter((part) => part.met)
    .map(({ id, title, evidence }) => ({
      // Without its full stop: the plan goes on after it.
      need: evidence === undefined ? title : `${title}: ${evidence.trim().replace(/\.$/, '')}`,
      eligible: basis.eligible,
      outcomeId: id,
    }))
}

/** The law under which a plan is made, from what the carer was assessed or is known as. */
export function planKind(carer: string | undefined): PlanKind {
  if (carer === 'parent_carer') return 'parent_carer'
  return carer === 'young_carer' || carer === 'transition' ? 'young_carer' : 'adult_carer'
}

function organisationOf(actor: Actor): number {
  const [organisation] = actor.organisationIds
  if (organisation === undefined) throw new Error('a planner belongs to an organisation')
  return organisation
}
