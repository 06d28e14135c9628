/**
 * Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), regulation 3: adult carers.
 * In force from 1 April 2015. Parent carers and young carers are never decided by this rule.
 */
import type { ConditionId, Eligibility, Findings, LimbId, Step, StepPart } from './eligibility.ts'
import { carerEligibilityData as law, entry, wellbeingData } from './law.ts'

/**
 * Whether the needs meet the criteria: the three conditions in order, up to the first that is not
 * met, each with its citation, its reason and the evidence given for it. One outcome that cannot be
 * achieved is enough (adults with care needs must show two), and so is the carer's health alone.
 */
export function carerEligibility(findings: Findings): Eligibility {
  const steps: Step[] = []
  for (const condition of conditions) {
    const step = condition(findings)
    steps.push(step)
    if (!step.met) return { eligible: false, steps }
  }
  return { eligible: true, steps }
}

const conditions: readonly ((findings: Findings) => Step)[] = [
  (findings) => step('C1', findings, findings.C1 === true),
  (findings) => {
    const parts = [health(findings), ...outcomes(findings)]
    return step(
      'C2',
      findings,
      parts.some((part) => part.met),
      parts,
    )
  },
  (findings) => step('C3', findings, findings.C3 === true, domains(findings)),
]

function step(
  id: ConditionId,
  findings: Findings,
  met: boolean,
  parts: readonly StepPart[] = [],
): Step {
  const condition = entry(law.conditions, id)
  const applying = parts.filter((part) => part.met)
  const reason = met ? reasonWith(condition.met, applying) : condition.not_met
  return {
    id,
    ref: condition.ref,
    met,
    reason,
    ...evidence(findings, id),
    ...(parts.length > 0 ? { parts } : {}),
  }
}

/** `Because of those needs, this applies: Health …; Eating well …` */
function reasonWith(met: string, applying: readonly StepPart[]): string {
  if (!met.endsWith(':')) return met
  return `${met} ${applying.map((part) => part.reason).join(' ')}`
}

function health(findings: Findings): StepPart {
  const { id, ref, title, met, not_met } = law.health
  const applies = findings.C2a === true
  return {
    id,
    ref,
    title,
    met: applies,
    reason: applies ? met : not_met,
    ...evidence(findings, id),
  }
}

function outcomes(findings: Findings): readonly StepPart[] {
  return law.outcomes.map(({ id, ref, title }) => {
    const limbs = findings.outcomes?.[id] ?? []
    const met = limbs.length > 0
    return {
      id,
      ref,
      title,
      met,
      reason: `${title}: ${ability(limbs)}.`,
      limbs,
      ...evidence(findings, id),
    }
  })
}

function ability(limbs: readonly LimbId[]): string {
  if (limbs.length === 0) return 'the carer is able to achieve this'
  const ways = law.limbs.filter((limb) => limbs.includes(limb.id))
  return ways.map((limb) => `${limb.reason} (${limb.ref})`).join('; also ')
}

function domains(findings: Findings): readonly StepPart[] {
  const marked = findings.C3 === true ? (findings.wellbeing ?? []) : []
  return wellbeingData.domains
    .filter((domain) => marked.includes(domain.id))
    .map(({ id, ref, title }) => ({
      id,
      ref,
      title,
      met: true,
      reason: `${title}: significant impact.`,
    }))
}

function evidence(
  findings: Findings,
  id: keyof NonNullable<Findings['evidence']>,
): { readonly evidence?: string } {
  const given = findings.evidence?.[id]?.trim()
  return given ? { evidence: given } : {}
}
