import { ok, refused, type Result } from '#platform/lib/result.ts'
import { hashed } from '../secret.ts'
import { sessionToken } from '../session-cookie.ts'
import { deleteSessionByToken } from '../sign-in.sql.ts'
import { type Tried, tooManyTries } from '../limits.ts'
import { ask, type Answered, betterAuthOf, type RefusalCode } from './ask.ts'
import { cookieHeaderOf } from './carry.ts'
import type { SignInHouse } from './better-auth.ts'
import type { Clock } from '#platform/lib/dates.ts'

type StepHouse = SignInHouse & { readonly clock: Clock }

/**
 * The second step after a password: six digits of the authenticator app. Refused as INVALID_CODE,
 * CODE_USED, INVALID_TWO_FACTOR_COOKIE (began too long ago), ACCOUNT_TEMPORARILY_LOCKED, or
 * TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE.
 */
export async function completeByApp(
  house: StepHouse,
  code: string,
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  const answer = await ask(() =>
    auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  )
  if (!answer.ok) return answer
  // Whoever looked over a shoulder has the same six digits for half a minute: they work once.
  const used: Tried = ['second step used, code', `${answer.value.response.user.id} ${code}`]
  if ((await tooManyTries(house, used)) === null) return answer
  const token = sessionToken(cookieHeaderOf(answer.value.setCookies), house.config)
  if (token !== null) await deleteSessionByToken(house.db, hashed(token))
  return refused('CODE_USED')
}

/** The second step by one of the recovery codes, each of which works once. */
export async function completeByRecoveryCode(
  house: SignInHouse,
  code: string,
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  return ask(() => auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }))
}

/** What an authenticator app is set up with; the recovery codes are shown this once. */
export type NewSecondStep = { readonly secret: string; readonly recoveryCodes: readonly string[] }

/** Makes a new secret for the signed-in account, which counts once a code from it is given. */
export async function beginSecondStep(
  house: SignInHouse,
  password: string,
  headers: Headers,
): Promise<Result<NewSecondStep, RefusalCode>> {
  const auth = await betterAuthOf(house)
  const body = { password, method: 'totp' as const }
  const answer = await ask(() => auth.api.enableTwoFactor({ body, headers, returnHeaders: true }))
  if (!answer.ok) return answer
  const { totpURI = '', backupCodes = [] } = answer.value.response as {
    totpURI?: string
    backupCodes?: string[]
  }
  return ok({
    secret: new URL(totpURI).searchParams.get('secret') ?? '',
    recoveryCodes: backupCodes,
  })
}

/** Takes the second step away, so that a new one must be set up before anything opens again. */
export async function dropSecondStep(
  house: SignInHouse,
  password: string,
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  return ask(() => auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }))
}
