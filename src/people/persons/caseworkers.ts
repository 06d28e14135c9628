import type { Duty } from '#platform/access/duties.ts'

/** Those who may be a carer's named worker and so have carers of their own. */
export const caseworkers = [
  'adviser',
  'assessor',
  'key_worker',
  'manager',
] as const satisfies readonly Duty[]
