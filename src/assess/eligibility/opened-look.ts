import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Determination } from './determination.ts'
import { listDeterminations } from './determinations.sql.ts'
import { openDecision, type OpenedDecision } from './opened.ts'
import type { SecondLook } from './second-look.ts'
import { getSecondLook } from './second-looks.sql.ts'

export type OpenedLook = OpenedDecision & {
  readonly look: SecondLook
  /** Every decision on the same assessment, the newest first. */
  readonly all: readonly Determination[]
}

/** A second look with the decision it is about, noted as looked at by anyone but the carer. */
export async function openSecondLook(tx: Tx, actor: Actor, id: string): Promise<OpenedLook> {
  const look = await getSecondLook(tx, id)
  const opened = await openDecision(tx, actor, look.determinationId)
  return { ...opened, look, all: await listDeterminations(tx, opened.assessment.id) }
}
