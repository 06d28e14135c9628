import { choices, optionalChoice, optionalText } from '#platform/web/fields.ts'
import { form, type Body, type FieldFault, type FormState } from '#platform/web/form.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import {
  domainIds,
  limbIds,
  outcomeIds,
  type ConditionId,
  type EvidenceId,
  type Findings,
  type LimbId,
  type OutcomeId,
} from './eligibility.ts'

/** The pages of the findings, one a condition, by the word in their address. */
export const conditionPages = {
  'necessary-care': 'C1',
  'health-and-outcomes': 'C2',
  wellbeing: 'C3',
} as const satisfies Record<string, ConditionId>

export type ConditionPage = keyof typeof conditionPages

export function pageOf(condition: ConditionId): ConditionPage {
  const [page] = Object.entries(conditionPages).find(([, id]) => id === condition) ?? []
  return page as ConditionPage
}

const yesNo = optionalChoice(['yes', 'no'])
const words = optionalText(5000)
/** Able to achieve it, or it does not arise: looked at, and nothing found. */
export const able = 'able'
const ways = choices([...limbIds, able])

const outcomeFields = Object.fromEntries(
  outcomeIds.flatMap((id) => [
    [id, ways],
    [`${id}_evidence`, words],
  ]),
) as Record<OutcomeId, typeof ways> & Record<`${OutcomeId}_evidence`, typeof words>

const necessaryCare = form({ C1: yesNo, C1_evidence: words })
const healthAndOutcomes = form(
  { C2a: yesNo, C2a_evidence: words, ...outcomeFields, C2_evidence: words },
  (values) => outcomeIds.flatMap((id) => contradictions(id, values[id])),
)
const wellbeing = form({ C3: yesNo, C3_evidence: words, wellbeing: choices(domainIds) })

function contradictions(id: OutcomeId, given: readonly string[]): readonly FieldFault[] {
  if (!given.includes(able) || given.length === 1) return []
  return [{ field: id, message: 'Select either that the carer is able, or how they are unable' }]
}

/**
 * The findings with what one page's form says put into them. Half-filled is welcome: what is missing
 * is the rules' matter. Refused is only what contradicts itself or was never offered.
 */
export function readPage(
  condition: ConditionId,
  body: Body,
  before: Findings,
): Result<Findings, FormState> {
  switch (condition) {
    case 'C1': {
      const read = necessaryCare.read(body)
      if (!read.ok) return refused(read.error)
      const { C1, C1_evidence } = read.value
      return ok(withEvidence({ ...before, C1: answer(C1) }, { C1: C1_evidence }))
    }
    case 'C2': {
      const read = healthAndOutcomes.read(body)
      if (!read.ok) return refused(read.error)
      const { C2a, C2a_evidence, C2_evidence, ...rest } = read.value
      const found = { ...before, C2a: answer(C2a), outcomes: outcomesFrom(rest) }
      const own = Object.fromEntries(outcomeIds.map((id) => [id, rest[`${id}_evidence`]]))
      return ok(withEvidence(found, { C2a: C2a_evidence, C2: C2_evidence, ...own }))
    }
    case 'C3': {
      const read = wellbeing.read(body)
      if (!read.ok) return refused(read.error)
      const { C3, C3_evidence, wellbeing: domains } = read.value
      const found = { ...before, C3: answer(C3), wellbeing: domains }
      return ok(withEvidence(found, { C3: C3_evidence }))
    }
  }
}

function answer(given: 'yes' | 'no' | null): boolean | undefined {
  return given === null ? undefined : given === 'yes'
}

/** An outcome that nothing was ticked for has not been looked at yet, and stays out. */
function outcomesFrom(
  values: Readonly<Record<OutcomeId, readonly string[]>>,
): Findings['outcomes'] {
  const looked = outcomeIds.filter((id) => values[id].length > 0)
  return Object.fromEntries(
    looked.map((id) => [id, values[id].filter((way): way is LimbId => way !== able)]),
  )
}

function withEvidence(
  findings: Findings,
  given: Readonly<Partial<Record<EvidenceId, string | null>>>,
): Findings {
  const all = { ...findings.evidence, ...given }
  const kept = Object.entries(all).filter(([, text]) => text !== null && text !== undefined)
  return { ...findings, evidence: Object.fromEntries(kept) }
}

/** Findings as the form shows them. */
export function asTyped(findings: Findings): FormState['typed'] {
  const typed: Record<string, string | readonly string[]> = {}
  for (const id of ['C1', 'C2a', 'C3'] as const) {
    if (findings[id] !== undefined) typed[id] = findings[id] ? 'yes' : 'no'
  }
  for (const [id, limbs] of Object.entries(findings.outcomes ?? {}))
    typed[id] = limbs.length === 0 ? [able] : limbs
  for (const [id, text] of Object.entries(findings.evidence ?? {})) typed[`${id}_evidence`] = text
  typed['wellbeing'] = findings.wellbeing ?? []
  return typed
}
