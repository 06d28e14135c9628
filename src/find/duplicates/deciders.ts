import type { Duty } from '#platform/access/duties.ts'

/** Who decides whether two records are one person. */
export const deciders = [
  'adviser',
  'assessor',
  'key_worker',
  'manager',
] as const satisfies readonly Duty[]
