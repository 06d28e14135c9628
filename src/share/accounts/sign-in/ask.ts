import type { Database } from '#platform/db/database.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { BetterAuth, SignInHouse } from './better-auth.ts'

const made = new WeakMap<Database, Map<string, Promise<BetterAuth>>>()

/**
 * The sign-in library, one for each address, to which passkeys are bound; loaded when somebody first
 * needs it: a server's start need not wait for it.
 */
export function betterAuthOf(house: SignInHouse): Promise<BetterAuth> {
  const atDoors = made.get(house.db) ?? new Map<string, Promise<BetterAuth>>()
  made.set(house.db, atDoors)
  let auth = atDoors.get(house.config.url)
  if (auth === undefined) {
    auth = import('./better-auth.ts').then(({ makeBetterAuth }) => makeBetterAuth(house))
    atDoors.set(house.config.url, auth)
  }
  return auth
}

/** What the library answers, with the cookies it sets. */
export type Answered<T> = { readonly response: T; readonly setCookies: readonly string[] }

/** The library's refusal by its own name: INVALID_OTP, OTP_EXPIRED, INVALID_PASSWORD, … */
export type RefusalCode = string

/**
 * Asks the library and makes its refusals values: it throws what it refuses. What is not its own
 * refusal is a fault and goes on being thrown.
 */
export async function ask<T>(
  question: () => Promise<{ headers: Headers; response: T }>,
): Promise<Result<Answered<T>, RefusalCode>> {
  try {
    const { headers, response } = await question()
    return ok({ response, setCookies: headers.getSetCookie() })
  } catch (error) {
    const code = refusalIn(error)
    if (code === null) throw error
    return refused(code)
  }
}

// The library calls a passkey that does not verify a fault of its own.
const refusalsAmongFaults = ['FAILED_TO_VERIFY_REGISTRATION']

/** Told by its name, because importing the class would load the whole library at the start. */
function refusalIn(error: unknown): RefusalCode | null {
  if (!(error instanceof Error) || error.name !== 'APIError') return null
  const { statusCode = 500, body } = error as Error & {
    statusCode?: number
    body?: { code?: string }
  }
  const code = body?.code ?? 'REFUSED'
  return statusCode < 500 || refusalsAmongFaults.includes(code) ? code : null
}
