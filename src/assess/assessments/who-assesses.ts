import type { Duty } from '#platform/access/duties.ts'

/**
 * Who may hold and write an assessment: suitably trained assessors (SI 2014/2827 reg 5) and the
 * council's own practitioners. Row-level security says which assessments; this says which pages.
 */
export const assessors = ['assessor', 'council_practitioner'] as const satisfies readonly Duty[]

/** Who may read one: those, and who answers for their work. */
export const assessmentReaders = [...assessors, 'manager'] as const satisfies readonly Duty[]
