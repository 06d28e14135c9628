import { londonDay, type IsoDate } from '#platform/lib/dates.ts'
import type { Tx } from '#platform/db/database.ts'
import type { ClockSource } from '#platform/clock-source.ts'
import type {} from '#platform/clock-source.ts'
import type { RecordOf } from '#platform/room.ts'
import { endsUnlessReferred } from '#find/referrals/clocks.ts'
import type { Assessment } from '#assess/assessments/assessment.ts'
import { listAssessments } from '#assess/assessments/assessments.sql.ts'
import { decidedDay, type Determination } from './determination.ts'
import { listDeterminationsOf } from './determinations.sql.ts'

/** An assessment that was completed, and the latest decision that holds on it, if there is one. */
type Assessed = {
  readonly assessment: Assessment & { readonly completedOn: IsoDate }
  readonly decision: Determination | null
}

/**
 * The day on which it was decided, with the countersignature where one is needed; what waits for
 * that; and the end of the matter with an answer in writing that nothing follows.
 */
export const decisionClocks: readonly ClockSource[] = [
  {
    step: 'decided',
    list: async (tx, of) => (await assessedOf(tx, of)).flatMap(day(decidedOn)),
    running: async (tx, of) =>
      (await assessedOf(tx, of)).filter(isUndecided).map(({ assessment }) => ({
        sinceOn: assessment.completedOn,
        promisedOn: null,
        kind: assessment.kind,
      })),
  },
  {
    step: 'ended',
    list: async (tx, of) =>
      endsUnlessReferred(tx, of.personId, (await assessedOf(tx, of)).flatMap(day(endedOn))),
  },
]

async function assessedOf(tx: Tx, { personId }: RecordOf): Promise<readonly Assessed[]> {
  const [assessments, determinations] = await Promise.all([
    listAssessments(tx, personId),
    listDeterminationsOf(tx, personId),
  ])
  const decided = determinations.filter(({ state }) => state === 'decided')
  return assessments.flatMap(({ completedOn, ...assessment }) =>
    completedOn === null
      ? []
      : [
          {
            assessment: { ...assessment, completedOn },
            decision:
              decided
                .filter(({ assessmentId }) => assessmentId === assessment.id)
                .toSorted((a, b) => b.number - a.number)[0] ?? null,
          },
        ],
  )
}

const isUndecided = ({ assessment, decision }: Assessed): boolean =>
  decision === null && assessment.outcome === null && !assessment.fromElsewhere

function decidedOn({ assessment, decision }: Assessed): IsoDate | null {
  if (decision !== null) return decidedDay(decision)
  return assessment.outcome === null ? null : assessment.completedOn
}

const withSupport: readonly (string | null)[] = ['eligible', 'support', 'likely_eligible']

/** What was held in another system was followed up there: as far as this one knows it has ended. */
function endedOn({ assessment, decision }: Assessed): IsoDate | null {
  if (assessment.fromElsewhere) return assessment.completedOn
  if (
    decision?.eligible ??
    (assessment.outcome === null || withSupport.includes(assessment.outcome))
  )
    return null
  if (decision === null) return assessment.completedOn
  return decision.sentAt === null ? null : londonDay(decision.sentAt)
}

const day = (on: (assessed: Assessed) => IsoDate | null) => (assessed: Assessed) => {
  const found = on(assessed)
  return found === null ? [] : [{ on: found, kind: assessed.assessment.kind }]
}
