import type { Duty } from '#platform/access/duties.ts'

/** Who brings in the register of a previous system: whoever answers for the team's records. */
export const importers = ['manager'] as const satisfies readonly Duty[]
