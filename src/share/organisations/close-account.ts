import type { Context } from '#platform/web/page.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Account } from '#share/accounts/account.ts'
import { insertAccountEvent } from '#share/accounts/account-events.sql.ts'
import { deleteSignInUser } from '#share/accounts/sign-in.sql.ts'
import type { Administrator } from './administrator.ts'
import { countOtherAdministrators, updateAllHeldUntil, updateClosed } from './people.sql.ts'
import { updateRequestsDeclined } from './requests.sql.ts'
import { lastAdministrator } from './take-duty.ts'
import { updateTeamsLeft } from './teams.sql.ts'

/**
 * Closes the account of somebody who left: their duties end, every session ends at once, and their
 * password, second step and passkeys are gone, so that opening it again gives none of them back.
 */
export async function closeAccount(
  context: Context,
  by: Administrator,
  account: Account,
): Promise<Result<null, string>> {
  const { authorityId } = by
  const today = context.clock.today()
  if (account.id === by.accountId)
    return refused('This is your own account: another administrator closes it')
  const closed = await context.asActor(async (tx) => {
    const of = { authorityId, accountId: account.id, until: today }
    const others = await countOtherAdministrators(tx, { authorityId, today, not: account.id })
    if (others === 0) return refused(lastAdministrator)
    await updateAllHeldUntil(tx, of)
    await updateTeamsLeft(tx, of)
    await updateRequestsDeclined(tx, { ...of, settledBy: by.accountId })
    await updateClosed(tx, { authorityId, id: account.id, closedOn: today })
    await insertAccountEvent(tx, {
      authorityId,
      accountId: account.id,
      at: context.clock.now(),
      what: 'Account closed and signed out everywhere',
      byAccount: by.accountId,
    })
    return ok(null)
  })
  // A closed account opens nothing from the moment of the commit; this takes away what it came in by.
  if (closed.ok) await deleteSignInUser(context.db, account.id)
  return closed
}
