import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { insertDraft } from './determinations.sql.ts'
import { rulesFor } from './law.ts'
import { roleOf } from './make-decision.ts'
import type { OpenedLook } from './opened-look.ts'
import type { LookAnswer } from './second-look.ts'
import { updateAnswered } from './second-looks.sql.ts'

/**
 * Keeps the answer to a second look. Where the decision changes, the next number is begun from what
 * was found, which those who decided before may neither make nor sign. False where it was answered
 * meanwhile.
 */
export async function answerSecondLook(
  tx: Tx,
  of: {
    readonly opened: OpenedLook
    readonly actor: Actor
    readonly today: IsoDate
    readonly answer: LookAnswer
    readonly reason: string
    readonly newDeterminationId: string
  },
): Promise<boolean> {
  const { opened, actor, answer, newDeterminationId } = of
  const { look, determination } = opened
  if (answer === 'changed') {
    const { authorityId } = actor
    const { kind, assessmentId, personId, organisationId, findings, familyFindings } = determination
    await insertDraft(tx, {
      authorityId,
      id: newDeterminationId,
      assessmentId,
      personId,
      organisationId,
      kind,
      rulesVersion: rulesFor(kind).version,
      findings,
      familyFindings,
      secondLookId: look.id,
      notBy: whoDecided(opened),
    })
  }
  return updateAnswered(tx, {
    id: look.id,
    answer,
    reason: of.reason,
    answeredOn: of.today,
    answeredBy: actor.accountId,
    answeredByName: actor.displayName,
    answeredByRole: roleOf(actor),
    newDeterminationId: answer === 'changed' ? newDeterminationId : null,
  })
}

function whoDecided({ determination }: OpenedLook): readonly string[] {
  const { decidedBy, countersignedBy } = determination
  return [decidedBy, countersignedBy].filter((by) => by !== null)
}
