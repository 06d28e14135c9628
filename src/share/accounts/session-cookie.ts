import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '#config.ts'
import { hostCookieName, readCookie } from './cookies.ts'
import { houseSecret } from './secret.ts'

export function sessionCookieName(config: Config): string {
  return hostCookieName(config, 'session')
}

/**
 * The session's token from a request's cookies, or null where there is none that this house signed.
 * The form is better-auth's: the token, a full stop, and its HMAC under the house's secret.
 */
export function sessionToken(cookieHeader: string | undefined, config: Config): string | null {
  const value = readCookie(cookieHeader, sessionCookieName(config))
  const at = value?.lastIndexOf('.') ?? -1
  if (value === null || at < 1) return null
  const token = value.slice(0, at)
  const signature = Buffer.from(value.slice(at + 1), 'base64')
  const expected = createHmac('sha256', houseSecret(config)).update(token).digest()
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null
}
