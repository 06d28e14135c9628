import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { refused, ok, type Result } from '#platform/lib/result.ts'
import type { DataRequest, StepKind } from './data-rights.ts'
import { closeRequest, insertRequestStep, listChangesSince } from './requests.sql.ts'

export type TakenStep = {
  readonly id: string
  readonly step: StepKind
  readonly takenOn: IsoDate
  readonly words: string
}

const ends: Partial<Record<StepKind, string>> = {
  corrected: 'corrected',
  refused: 'refused',
  withdrawn: 'withdrawn',
}

/**
 * Writes a step down, and ends the request where it ends there; the same sent twice is taken once.
 * Nothing counts as put right before the history of the record shows that it was.
 */
export async function takeRequestStep(
  tx: Tx,
  actor: Actor,
  of: { readonly request: DataRequest; readonly taken: TakenStep; readonly at: IsoInstant },
): Promise<Result<null, string>> {
  const { request, taken, at } = of
  if (taken.step === 'corrected' && (await listChangesSince(tx, request.id)).length === 0)
    return refused('Nothing in the record was changed since they asked. Put it right there first')
  await writeStep(tx, actor, { requestId: request.id, taken, at })
  const state = ends[taken.step]
  if (state !== undefined) await closeRequest(tx, { id: request.id, state, on: taken.takenOn })
  return ok(null)
}

/** Writes a step down, by whoever is signed in. */
export async function writeStep(
  tx: Tx,
  { authorityId, accountId, displayName }: Actor,
  of: { readonly requestId: string; readonly taken: TakenStep; readonly at: IsoInstant },
): Promise<void> {
  if (accountId === null) throw new Forbidden('A step is taken by somebody')
  const by = { accountId, accountName: displayName }
  await insertRequestStep(tx, {
    authorityId,
    requestId: of.requestId,
    ...of.taken,
    ...by,
    at: of.at,
  })
}
