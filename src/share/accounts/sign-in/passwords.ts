import { AsyncLocalStorage } from 'node:async_hooks'
import { ok, type Result } from '#platform/lib/result.ts'
import { ask, type Answered, betterAuthOf, type RefusalCode } from './ask.ts'
import type { SignInHouse } from './better-auth.ts'
import type { Identity } from './identity.ts'

/**
 * Signs in with a password, which is never enough: either the cookies lead to the second step, or,
 * where none was set up yet, to a session that opens nothing but the page that sets it up.
 */
export async function signInByPassword(
  house: SignInHouse,
  identity: Identity,
  password: string,
  headers: Headers,
): Promise<Result<Answered<{ readonly secondStep: boolean }>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  const body = { email: identity.email, password }
  const answer = await ask(() => auth.api.signInEmail({ body, headers, returnHeaders: true }))
  if (!answer.ok) return answer
  const { response, setCookies } = answer.value
  return ok({ response: { secondStep: 'twoFactorRedirect' in response }, setCookies })
}

/** Where the library puts the token of a link, for whoever asked for it within the same call. */
const tokens = new AsyncLocalStorage<{ token: string | null }>()

export function keepToken({ token }: { readonly token: string }): Promise<void> {
  const asked = tokens.getStore()
  if (asked) asked.token = token
  return Promise.resolve()
}

/** The token of a link by which a password may be set once, within the hour; null for nobody's address. */
export async function newPasswordToken(
  house: SignInHouse,
  identity: Identity,
): Promise<string | null> {
  const auth = await betterAuthOf(house)
  const asked: { token: string | null } = { token: null }
  await tokens.run(asked, () => auth.api.requestPasswordReset({ body: { email: identity.email } }))
  return asked.token
}

/** Whose password a link sets; null where it no longer works. */
export async function passwordLinkOwner(house: SignInHouse, token: string): Promise<string | null> {
  const { internalAdapter } = await (await betterAuthOf(house)).$context
  const waiting = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  return waiting !== null && waiting.expiresAt > new Date() ? waiting.value : null
}

/** Sets the password of whoever holds the link and signs the account out everywhere; or INVALID_TOKEN. */
export async function setPassword(
  house: SignInHouse,
  token: string,
  newPassword: string,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  return ask(() => auth.api.resetPassword({ body: { token, newPassword }, returnHeaders: true }))
}
