import type { IsoDate } from '#platform/lib/dates.ts'
import type { ClockSource } from '#platform/clock-source.ts'
import { endsUnlessReferred } from '#find/referrals/clocks.ts'
import { isOpen, type Assessment } from './assessment.ts'
import { listAssessments } from './assessments.sql.ts'

/**
 * The days that move the pathway's clock: asked for an assessment, and assessed; ended where the
 * carer did not go on. What is decided, and what follows, the room next door knows.
 */
export const assessmentClocks: readonly ClockSource[] = [
  clockFrom('asked', ({ askedOn }) => askedOn),
  {
    ...clockFrom('assessed', ({ completedOn }) => completedOn),
    running: async (tx, { personId }) =>
      (await listAssessments(tx, personId)).flatMap(({ state, askedOn, begunOn, kind }) => {
        const sinceOn = askedOn ?? begunOn
        return isOpen(state) && sinceOn !== null ? [{ sinceOn, promisedOn: null, kind }] : []
      }),
  },
  {
    step: 'ended',
    list: async (tx, { personId }) =>
      endsUnlessReferred(
        tx,
        personId,
        daysOf(await listAssessments(tx, personId), ({ closedOn }) => closedOn),
      ),
  },
]

function daysOf(
  assessments: readonly Assessment[],
  day: (assessment: Assessment) => IsoDate | null,
) {
  return assessments.flatMap((assessment) => {
    const on = day(assessment)
    return on === null ? [] : [{ on, kind: assessment.kind }]
  })
}

function clockFrom(
  step: ClockSource['step'],
  day: (assessment: Assessment) => IsoDate | null,
): ClockSource {
  return {
    step,
    list: async (tx, { personId }) => daysOf(await listAssessments(tx, personId), day),
  }
}
