/**
 * Care Act 2014 s.13(2): the carer gets a written record of the determination and the reasons for it.
 * In force from 1 April 2015. So a finding without its reason is not yet a finding.
 */
import { carerEligibility } from './carer-eligibility.rules.ts'
import { conditionIds, outcomeIds, type ConditionId, type Findings } from './eligibility.ts'
import { carerEligibilityData as law, entry } from './law.ts'

/** What still has to be said, at which question of the form. */
export type Missing = { readonly field: string; readonly message: string }

/**
 * What the findings still lack, in the law's order and only as far as the law asks: after the first
 * condition that is not met nothing more is needed.
 */
export function missingFromFindings(findings: Findings): readonly Missing[] {
  const missing: Missing[] = []
  for (const id of conditionIds) {
    missing.push(...missingFrom[id](findings))
    if (missing.length > 0 || !isMet(findings, id)) return missing
  }
  return missing
}

/** The condition to be asked about next, or null where the decision can be made. */
export function nextCondition(findings: Findings): ConditionId | null {
  for (const id of conditionIds) {
    if (missingFrom[id](findings).length > 0) return id
    if (!isMet(findings, id)) return null
  }
  return null
}

function isMet(findings: Findings, id: ConditionId): boolean {
  return carerEligibility(findings).steps.some((step) => step.id === id && step.met)
}

export const missingFrom: Readonly<
  Record<ConditionId, (findings: Findings) => readonly Missing[]>
> = {
  C1: (findings) => [...answered('C1', findings), ...reasoned('C1', findings)],
  C2: (findings) => [...health(findings), ...outcomes(findings), ...noneMet(findings)],
  C3: (findings) => [
    ...answered('C3', findings),
    ...reasoned('C3', findings),
    ...(findings.C3 === true && (findings.wellbeing ?? []).length === 0
      ? [
          {
            field: 'wellbeing',
            message: 'Select the parts of wellbeing on which the impact is significant',
          },
        ]
      : []),
  ],
}

const questions: Readonly<Record<'C1' | 'C2a' | 'C3', string>> = {
  C1: 'Select whether the needs come from giving necessary care to an adult',
  C2a: "Select whether the carer's health is getting worse or at risk",
  C3: "Select whether there is a significant impact on the carer's wellbeing",
}

function answered(id: 'C1' | 'C2a' | 'C3', findings: Findings): readonly Missing[] {
  return findings[id] === undefined ? [{ field: id, message: questions[id] }] : []
}

function reasoned(id: 'C1' | 'C3', findings: Findings): readonly Missing[] {
  if (findings.evidence?.[id]?.trim()) return []
  const title = entry(law.conditions, id).title.toLowerCase()
  return [{ field: `${id}_evidence`, message: `Enter the reason for your answer on ${title}` }]
}

function health(findings: Findings): readonly Missing[] {
  const unanswered = answered('C2a', findings)
  if (findings.C2a !== true || findings.evidence?.C2a?.trim()) return unanswered
  return [
    {
      field: 'C2a_evidence',
      message: "Enter what shows that the carer's health is getting worse or at risk",
    },
  ]
}

/** All eight are looked at, whatever the first of them shows: none outweighs another. */
function outcomes(findings: Findings): readonly Missing[] {
  return outcomeIds.flatMap((id) => {
    const { title } = entry(law.outcomes, id)
    const limbs = findings.outcomes?.[id]
    if (limbs === undefined) {
      return [
        {
          field: id,
          message: `Select whether the carer is able to achieve: ${title.toLowerCase()}`,
        },
      ]
    }
    if (limbs.length === 0 || findings.evidence?.[id]?.trim()) return []
    return [{ field: `${id}_evidence`, message: `Enter what shows it: ${title.toLowerCase()}` }]
  })
}

function noneMet(findings: Findings): readonly Missing[] {
  const anyMet =
    findings.C2a === true || outcomeIds.some((id) => (findings.outcomes?.[id] ?? []).length > 0)
  const asked = findings.C2a !== undefined && findings.outcomes !== undefined
  if (anyMet || !asked || findings.evidence?.C2?.trim()) return []
  return [{ field: 'C2_evidence', message: 'Enter the reason why nothing applies' }]
}
