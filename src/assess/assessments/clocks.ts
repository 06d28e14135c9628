import type { IsoDate } from '#platform/lib/dates.ts'
import type { ClockSource } from '#platform/room.ts'
import type { Assessment } from './assessment.ts'
import { listAssessments } from './assessments.sql.ts'

/** The days that move the pathway's clock: asked for an assessment, and assessed. */
export const assessmentClocks: readonly ClockSource[] = [
  clockFrom('asked', (assessment) => assessment.askedOn),
  clockFrom('assessed', (assessment) => assessment.completedOn),
]

function clockFrom(
  step: ClockSource['step'],
  day: (assessment: Assessment) => IsoDate | null,
): ClockSource {
  return {
    step,
    list: async (tx, { personId }) =>
      (await listAssessments(tx, personId)).map(day).filter((on) => on !== null),
  }
}
