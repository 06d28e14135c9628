// How long people stay signed in, and when they must show again who they are.
// NIST SP 800-63B-4 (July 2025), section 5.2: at the second assurance level a session ends after 24
// hours or an hour without use; at the first, after 30 days. Staff open other people's records.

import type { WayIn } from './account.ts'

const hour = 60 * 60
const day = 24 * hour

export type Lifetime = { readonly absoluteSeconds: number; readonly idleSeconds: number }

export const sessionLifetimes: Record<WayIn, Lifetime> = {
  email_code: { absoluteSeconds: 30 * day, idleSeconds: 7 * day },
  sso: { absoluteSeconds: 12 * hour, idleSeconds: hour },
  password: { absoluteSeconds: 12 * hour, idleSeconds: hour },
}

/** The longest any session may last: how long a browser keeps the cookie, which alone lets nobody in. */
export const longestSessionSeconds = Math.max(
  ...Object.values(sessionLifetimes).map(({ absoluteSeconds }) => absoluteSeconds),
)

/** A passkey may be added this long after signing in: later, the device may be in other hands. */
export const freshSeconds = hour

/** Codes by e-mail, links by e-mail and a sign-on under way. */
export const codeMinutes = 15
export const linkMinutes = 60
export const singleSignOnMinutes = 10
export const triesPerCode = 5

/** Which accounts each of the sign-in library's routes may open a session for: all others it refuses. */
const routes: Readonly<Record<string, readonly WayIn[]>> = {
  '/sign-in/email-otp': ['email_code'],
  '/passkey/verify-authentication': ['email_code'],
  '/sign-in/email': ['password'],
  '/two-factor/verify-totp': ['password'],
  '/two-factor/verify-backup-code': ['password'],
  '/two-factor/disable': ['password'],
  '/house/single-sign-on': ['sso'],
  '/house/demo': ['email_code', 'sso', 'password'],
}

/** Whether a route may sign in an account that is to come in by `wayIn`. */
export function routeAdmits(route: string | undefined, wayIn: WayIn): boolean {
  return route !== undefined && (routes[route] ?? []).includes(wayIn)
}
