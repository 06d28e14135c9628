import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { passkey } from '@better-auth/passkey'
import type { BetterAuthOptions } from 'better-auth'
import { betterAuth } from 'better-auth/minimal'
import { APIError } from 'better-auth/api'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Config } from '#config.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { longestPassword, shortestPassword } from '../password.rules.ts'
import { hostCookieName, isHttps } from '../cookies.ts'
import { newRecoveryCodes } from '../recovery-codes.ts'
import { houseSecret, keyed } from '../secret.ts'
import { sessionCookieName } from '../session-cookie.ts'
import {
  codeMinutes,
  freshSeconds,
  linkMinutes,
  longestSessionSeconds,
  routeAdmits,
  sessionLifetimes,
  triesPerCode,
} from '../session.rules.ts'
import { findWayIn } from '../sign-in.sql.ts'
import { withHashedSessions } from './hashed-sessions.ts'
import { housePlugin } from './house-plugin.ts'
import { keepToken } from './passwords.ts'

export type SignInHouse = { readonly db: Database; readonly config: Config }
export type BetterAuth = ReturnType<typeof makeBetterAuth>

/**
 * better-auth over schema `auth`, called from our own pages only: its web addresses are not mounted,
 * so its own limits, redirects and origin checks play no part. Ours count, forward and refuse.
 */
export function makeBetterAuth({ db, config }: SignInHouse) {
  const tables = kyselyAdapter(db.withSchema('auth'), { type: 'postgres', transaction: true })
  return betterAuth({
    appName: 'Alongside',
    baseURL: config.url,
    secret: houseSecret(config),
    database: (options: BetterAuthOptions) => withHashedSessions(tables(options)),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    account: { modelName: 'credential' },
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: longestSessionSeconds,
      disableSessionRefresh: true,
      freshAge: freshSeconds,
      additionalFields: {
        complete: { type: 'boolean', required: false, input: false },
        idleSeconds: { type: 'number', required: false, input: false },
        lastSeenAt: { type: 'date', required: false, input: false },
      },
    },
    databaseHooks: {
      session: { create: { before: (session, context) => gate(db, session, context?.path) } },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: linkMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: keepToken,
    },
    plugins: [codes(config), secondStep(), passkeys(config), housePlugin()],
    advanced: { database: { generateId: () => newId() }, ...cookies(config) },
  })
}

/** Codes by e-mail, stored under a keyed hash; made by createVerificationOTP and sent by our outbox. */
function codes(config: Config) {
  return emailOTP({
    otpLength: 6,
    expiresIn: codeMinutes * 60,
    allowedAttempts: triesPerCode,
    disableSignUp: true,
    storeOTP: { hash: (code) => Promise.resolve(keyed(config, 'code', code)) },
    sendVerificationOTP: () => Promise.resolve(),
  })
}

/** An authenticator app's six digits, or a recovery code; both stored encrypted under the house's secret. */
function secondStep() {
  return twoFactor({
    issuer: 'Alongside',
    backupCodeOptions: {
      storeBackupCodes: 'encrypted',
      customBackupCodesGenerate: newRecoveryCodes,
    },
  })
}

function passkeys(config: Config) {
  const { hostname, origin } = new URL(config.url)
  return passkey({
    rpID: hostname,
    rpName: 'Alongside',
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    authentication: { afterVerification: requireUserVerified },
    schema: { passkey: { fields: { credentialID: 'credentialId' } } },
  })
}

function cookies(config: Config) {
  return {
    cookiePrefix: hostCookieName(config, 'auth'),
    useSecureCookies: false,
    defaultCookieAttributes: {
      secure: isHttps(config),
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
    },
    cookies: { session_token: { name: sessionCookieName(config) } },
  } as const
}

/**
 * Every session passes here, however it came about: the account is open and may come in this way, the
 * session lives as long as the rules say, and it is whole only if nothing remains to be shown.
 */
async function gate(
  db: Database,
  session: { userId: string; createdAt: Date },
  route: string | undefined,
) {
  const account = await findWayIn(db, session.userId)
  if (account === null || !routeAdmits(route, account.signIn)) {
    throw new APIError('FORBIDDEN', { code: 'NOT_THIS_WAY' })
  }
  const { absoluteSeconds, idleSeconds } = sessionLifetimes[account.signIn]
  return {
    data: {
      ...session,
      complete: account.signIn !== 'password' || account.twoFactorEnabled,
      idleSeconds,
      lastSeenAt: session.createdAt,
      expiresAt: new Date(session.createdAt.getTime() + absoluteSeconds * 1000),
    },
  }
}

/** A found security key opens nothing: its owner must have given a PIN, a finger or a face. */
function requireUserVerified({
  verification,
}: {
  verification: { authenticationInfo: { userVerified: boolean } }
}) {
  if (!verification.authenticationInfo.userVerified) {
    throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
  }
}
