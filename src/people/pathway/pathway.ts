import { readFileSync } from 'node:fs'
import type { PathwayKind, PathwayStep } from '#platform/clock-source.ts'
import type { StepPromise } from './step-clock.rules.ts'

/** The steps in the order of the law: Care Act 2014 s.10, s.13, s.24, s.25 and s.27. */
export const pathwaySteps = [
  'asked',
  'talked',
  'assessed',
  'decided',
  'planned',
  'supported',
  'reviewed',
] as const satisfies readonly PathwayStep[]

export const pathwayKinds = [
  'adult_carer',
  'parent_carer',
  'young_carer',
  'young_adult_carer',
  'transition',
] as const satisfies readonly PathwayKind[]

/** The steps that an authority promises by a number of days; the others have days of their own. */
export const promisedSteps = ['assessed', 'decided', 'planned', 'supported'] as const

export type PromisedStep = (typeof promisedSteps)[number]

/** What an authority promises of one of these steps. */
export type StepTarget = StepPromise & { readonly kind: PathwayKind; readonly step: PromisedStep }

/** The promises that hold where an authority has set none of its own. */
export const shippedStepTargets: readonly StepTarget[] = JSON.parse(
  readFileSync(new URL('../../../data/pathway/step-targets.json', import.meta.url), 'utf8'),
)
