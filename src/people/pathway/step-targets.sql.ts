import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { isoDate } from '#platform/lib/dates.ts'
import type { PathwayKind } from '#platform/clock-source.ts'
import { shippedStepTargets, type PromisedStep, type StepTarget } from './pathway.ts'

/** What this authority promises of each step: what ships with the house, then its own. */
export async function listStepTargets(tx: Tx): Promise<readonly StepTarget[]> {
  const rows = await tx
    .selectFrom('pathwayTarget')
    .select(['kind', 'step', 'fromOn', 'days', 'amberDays'])
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  const own = rows.map((row) => ({
    ...row,
    kind: row.kind as PathwayKind,
    step: row.step as PromisedStep,
    fromOn: isoDate(row.fromOn),
  }))
  return [...shippedStepTargets, ...own]
}

/** Keeps a promise; the same form sent twice keeps it once. */
export async function insertStepTarget(
  tx: Tx,
  target: Insertable<DB['pathwayTarget']>,
): Promise<void> {
  await tx
    .insertInto('pathwayTarget')
    .values(target)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
