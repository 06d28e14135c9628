import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'

/** What SMART Backend Services asks every server to take: RSA and ECDSA with SHA-384. */
export const assertionAlgorithms = ['RS384', 'ES384'] as const

/** An assertion may be good for five minutes at most (SMART App Launch 2.2, "Backend services"). */
const longestSeconds = 300

export type Assertion = { readonly id: string; readonly expiresAt: IsoInstant }

/**
 * Checks a system's signed assertion against its registered keys: signature, that the system speaks
 * for itself to this token address, and that it is fresh. What is wrong comes as one line.
 */
export async function checkAssertion(
  jwt: string,
  of: {
    readonly systemId: string
    readonly keys: unknown
    readonly audience: string
    readonly now: IsoInstant
  },
): Promise<Result<Assertion, string>> {
  const now = new Date(of.now)
  try {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(of.keys as JSONWebKeySet), {
      algorithms: [...assertionAlgorithms],
      audience: of.audience,
      issuer: of.systemId,
      subject: of.systemId,
      requiredClaims: ['exp', 'jti'],
      currentDate: now,
    })
    const { exp = 0, jti = '' } = payload
    if (exp - now.getTime() / 1000 > longestSeconds)
      return refused('exp is more than five minutes ahead')
    if (jti === '' || jti.length > 200)
      return refused('jti must be there, and 200 characters or fewer')
    return ok({ id: jti, expiresAt: new Date(exp * 1000).toISOString() })
  } catch (error) {
    if (error instanceof errors.JOSEError) return refused(error.message)
    throw error
  }
}

/** Who an assertion says it is from, before anything of it is believed; null where it is no JWT. */
export function claimedSystem(jwt: string): string | null {
  const [, payload = ''] = jwt.split('.')
  const text = Buffer.from(payload, 'base64url').toString('utf8')
  const issuer = /"iss"\s*:\s*"([0-9a-f-]{36})"/.exec(text)?.[1]
  return issuer ?? null
}
