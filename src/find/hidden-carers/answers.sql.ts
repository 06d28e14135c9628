import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { Answered, PromptName } from './prompts.rules.ts'

/** The prompts about these people that were answered before. */
export async function listAnswered(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly Answered[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('hiddenCarerAnswer')
    .select(['personId', 'prompt', 'otherId'])
    .where('personId', 'in', personIds)
    .execute()
  return rows.map((row) => ({ ...row, prompt: row.prompt as PromptName }))
}

/** Remembers what came of a prompt; the same form sent twice is remembered once. */
export async function insertAnswer(
  tx: Tx,
  answer: Insertable<DB['hiddenCarerAnswer']>,
): Promise<void> {
  await tx
    .insertInto('hiddenCarerAnswer')
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
