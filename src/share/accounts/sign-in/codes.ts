import type { Result } from '#platform/lib/result.ts'
import { ask, type Answered, betterAuthOf, type RefusalCode } from './ask.ts'
import type { SignInHouse } from './better-auth.ts'
import type { Identity } from './identity.ts'

/** A new six-digit code for somebody; only its hash is kept. The code before it no longer works. */
export async function newCode(house: SignInHouse, identity: Identity): Promise<string> {
  const auth = await betterAuthOf(house)
  return auth.api.createVerificationOTP({ body: { email: identity.email, type: 'sign-in' } })
}

/** Signs in with a code: refused as INVALID_OTP, OTP_EXPIRED or TOO_MANY_ATTEMPTS. */
export async function signInByCode(
  house: SignInHouse,
  identity: Identity,
  code: string,
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  const body = { email: identity.email, otp: code }
  return ask(() => auth.api.signInEmailOTP({ body, headers, returnHeaders: true }))
}
