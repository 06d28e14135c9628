import { NotFound } from '#platform/lib/errors.ts'
import type { Context } from '#platform/web/page.ts'
import type { Account, WayIn } from './account.ts'
import { findAccount } from './accounts.sql.ts'

/** The account of whoever is signed in; absent to those who come in by another way, where one is named. */
export async function getOwnAccount({ actor, asActor }: Context, wayIn?: WayIn): Promise<Account> {
  const { authorityId, accountId } = actor
  const account =
    accountId === null ? null : await asActor((tx) => findAccount(tx, authorityId, accountId))
  if (account === null || (wayIn !== undefined && account.signIn !== wayIn))
    throw new NotFound('account')
  return account
}
