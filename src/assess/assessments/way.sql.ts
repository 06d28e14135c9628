import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'

/** How a worker likes to write an assessment: by whole sections, or one question a page. */
export const ways = ['section', 'question'] as const
export type Way = (typeof ways)[number]

/** How this worker likes it; by sections until they say otherwise. */
export async function getWay(tx: Tx, { accountId }: Pick<Actor, 'accountId'>): Promise<Way> {
  if (accountId === null) return 'section'
  const row = await tx
    .selectFrom('assessmentWay')
    .select('way')
    .where('accountId', '=', accountId)
    .$castTo<{ way: Way }>()
    .executeTakeFirst()
  return row?.way ?? 'section'
}

/** Keeps how this worker likes it, for every assessment. */
export async function upsertWay(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly way: Way },
): Promise<void> {
  await tx
    .insertInto('assessmentWay')
    .values(of)
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'accountId']).doUpdateSet({ way: of.way }),
    )
    .execute()
}
