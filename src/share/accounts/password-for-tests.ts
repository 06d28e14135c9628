import assert from 'node:assert/strict'
import type { Account } from './account.ts'
import type { SignInHouse } from './sign-in/better-auth.ts'
import { identityFor } from './sign-in/identity.ts'
import { newPasswordToken, setPassword } from './sign-in/passwords.ts'

/** Gives a test's account a password the way its owner would: by a link. */
export async function passwordIsSet(
  house: SignInHouse,
  account: Account,
  password: string,
): Promise<void> {
  const identity = await identityFor(house, { email: account.email, account, wayIn: 'password' })
  const token = await newPasswordToken(house, identity)
  assert.ok(token !== null && (await setPassword(house, token, password)).ok)
}
