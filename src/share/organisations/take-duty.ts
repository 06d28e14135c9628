import type { Tx } from '#platform/db/database.ts'
import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Administrator } from './administrator.ts'
import { countOtherAdministrators, listHeld, updateHeldUntil } from './people.sql.ts'

export const lastAdministrator =
  'This is the last administrator: make somebody else one first, or nobody could keep the accounts'

/** Takes what a row gives away, from this moment; refused where nobody would keep the accounts. */
export async function takeDuty(
  tx: Tx,
  of: {
    readonly by: Administrator
    readonly accountId: string
    readonly heldId: string
    readonly today: IsoDate
  },
): Promise<Result<null, string>> {
  const { authorityId } = of.by
  const held = await listHeld(tx, { authorityId, accountId: of.accountId })
  const row = held.find(({ id }) => id === of.heldId)
  if (row === undefined) throw new NotFound('duty')
  if (row.duties.includes('administrator')) {
    const others = await countOtherAdministrators(tx, {
      authorityId,
      today: of.today,
      not: of.accountId,
    })
    if (others === 0) return refused(lastAdministrator)
  }
  if (row.until === null || row.until >= of.today)
    await updateHeldUntil(tx, { authorityId, id: row.id, until: addDays(of.today, -1) })
  return ok(null)
}
