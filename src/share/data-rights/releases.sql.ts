import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { NotFound } from '#platform/lib/errors.ts'

/** Keeps what went out, byte for byte. */
export async function insertRelease(tx: Tx, release: Insertable<DB['dataRelease']>): Promise<void> {
  await tx.insertInto('dataRelease').values(release).execute()
}

/** When and how a request was released, and the sums by which a copy is known; newest first. */
export function listReleases(tx: Tx, requestId: string) {
  return tx
    .selectFrom('dataRelease')
    .select([
      'id',
      'releasedAt',
      'releasedByName',
      'how',
      'items',
      'withheld',
      'pdfChecksum',
      'jsonChecksum',
    ])
    .where('requestId', '=', requestId)
    .orderBy('releasedAt', 'desc')
    .execute()
}

/** What was released; throws NotFound. */
export async function getRelease(tx: Tx, of: { readonly requestId: string; readonly id: string }) {
  const found = await tx
    .selectFrom('dataRelease')
    .select(['pdf', 'json'])
    .where('requestId', '=', of.requestId)
    .where('id', '=', of.id)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('release')
  return found
}
