import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'

/** Writes down what was done to an account where no row of its own can tell: sessions are secrets, and gone. */
export async function insertAccountEvent(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly accountId: string
    readonly at: IsoInstant
    readonly what: string
    readonly byAccount: string | null
  },
): Promise<void> {
  await tx
    .insertInto('accountEvent')
    .values({ ...of, id: newId() })
    .execute()
}

export type AccountEvent = {
  readonly at: IsoInstant
  readonly what: string
  readonly by: string | null
}

/** What was done to an account, the newest first. */
export async function listAccountEvents(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
): Promise<readonly AccountEvent[]> {
  return tx
    .selectFrom('accountEvent as e')
    .leftJoin('account as a', (join) =>
      join.onRef('a.authorityId', '=', 'e.authorityId').onRef('a.id', '=', 'e.byAccount'),
    )
    .select(['e.at', 'e.what', 'a.displayName as by'])
    .where('e.authorityId', '=', of.authorityId)
    .where('e.accountId', '=', of.accountId)
    .orderBy('e.at', 'desc')
    .limit(of.limit)
    .execute()
}
