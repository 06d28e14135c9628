import type { Account, WayIn } from '../account.ts'
import { keyed } from '../secret.ts'
import { insertSignInUser } from '../sign-in.sql.ts'
import type { SignInHouse } from './better-auth.ts'

/** Under which name the sign-in library knows somebody; `account` is null for whom it will never let in. */
export type Identity = { readonly account: Account | null; readonly email: string }

/**
 * The identity behind an e-mail address, for one way in. An address that nobody has, that belongs to a
 * closed account or to somebody who comes in another way, gets one too, always the same: everything
 * after this runs alike for all, so that neither words nor limits nor time tell who is known here.
 */
export async function identityFor(
  house: SignInHouse,
  of: { readonly email: string; readonly account: Account | null; readonly wayIn: WayIn },
): Promise<Identity> {
  const { account } = of
  if (account === null || !account.active || account.signIn !== of.wayIn) {
    return {
      account: null,
      email: `${keyed(house.config, 'nobody', of.email).slice(0, 32)}@account.invalid`,
    }
  }
  await insertSignInUser(house.db, account)
  return { account, email: `${account.id}@account.invalid` }
}
