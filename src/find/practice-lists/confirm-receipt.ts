import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Clock } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { deleteToldBut, insertReceipt, type Practice, upsertTold } from './practice-list.sql.ts'
import { type PracticeList, readPracticeList } from './read-practice-list.ts'

export type Confirmed = { readonly number: number; readonly mark: string }

/**
 * Takes a practice's word that its records have the changes it was shown. Refused with the list as
 * it stands where that has changed since; the same receipt sent twice counts once.
 */
export async function confirmReceipt(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly practice: Practice
    readonly shown: Confirmed
    readonly clock: Clock
  },
): Promise<Result<'confirmed' | 'before', PracticeList>> {
  const { actor, practice, shown, clock } = of
  const list = await readPracticeList(tx, practice, clock.today())
  if (shown.number < list.next.number) return ok('before')
  if (shown.number > list.next.number || shown.mark !== list.next.mark) return refused(list)
  const { added, changed, ended } = list.changes
  const { authorityId } = actor
  const written = await insertReceipt(tx, {
    authorityId,
    organisationId: practice.id,
    number: shown.number,
    confirmedAt: clock.now(),
    confirmedBy: actor.accountId,
    confirmedName: actor.displayName,
    added: added.length,
    changed: changed.length,
    ended: ended.length,
    flagged: list.flagged.length,
  })
  if (!written) return ok('before')
  const whose = { authorityId, practiceId: practice.id, on: clock.today() }
  await deleteToldBut(
    tx,
    whose,
    list.flagged.map(({ personId }) => personId),
  )
  await upsertTold(tx, whose, list.flagged)
  return ok('confirmed')
}
