import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import type { StepReckoning } from '#people/pathway/step-clock.rules.ts'
import { answerPromises, type Reckoning } from './clock.rules.ts'
import { shippedTargets, type Target } from './target.ts'

/** What this authority promises, its own promises and those that ship with the house. */
export async function listTargets(tx: Tx): Promise<readonly Target[]> {
  const rows = await tx
    .selectFrom('referralTarget')
    .select(['kind', 'urgent', 'fromOn', 'answerDays', 'amberDays', 'talkDays'])
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  const own = rows.map((row) => ({
    ...row,
    kind: row.kind as CarerKind,
    fromOn: isoDate(row.fromOn),
  }))
  return [...shippedTargets, ...own]
}

/** All that a referral's clock is read by. */
export async function getReckoning(tx: Tx): Promise<Reckoning> {
  return { targets: await listTargets(tx), holidays: bankHolidays }
}

/** All that any clock of the pathway is read by, the answer to a referral among them. */
export async function getEveryReckoning(tx: Tx): Promise<StepReckoning> {
  const [answers, { targets, holidays }] = await Promise.all([
    getReckoning(tx),
    getStepReckoning(tx),
  ])
  return { targets: [...targets, ...answerPromises(answers.targets)], holidays }
}

/** Keeps a promise; the same form sent twice keeps it once. */
export async function insertTarget(
  tx: Tx,
  target: Insertable<DB['referralTarget']>,
): Promise<void> {
  await tx
    .insertInto('referralTarget')
    .values(target)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
