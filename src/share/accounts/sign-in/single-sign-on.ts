import * as oidc from 'openid-client'
import type { Config } from '#config.ts'
import type { Clock } from '#platform/lib/dates.ts'
import { emailFrom } from '#platform/lib/email.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { singleSignOnMinutes } from '../session.rules.ts'
import { hashed } from '../secret.ts'
import { insertSingleSignOn, takeSingleSignOn } from '../single-sign-on.sql.ts'
import type { Claims } from '../sign-on.rules.ts'
import { ask, type Answered, betterAuthOf, type RefusalCode } from './ask.ts'
import type { SignInHouse } from './better-auth.ts'

// OpenID Connect Core 1.0, section 3.1 (authorization code flow), with PKCE (RFC 7636), state and nonce,
// as RFC 9700 asks of every client.

type SsoHouse = SignInHouse & { readonly clock: Clock }

const providers = new WeakMap<object, Promise<oidc.Configuration>>()

/** The provider as it describes itself; asked once, and again after a failure. */
function providerOf(settings: NonNullable<Config['oidc']>): Promise<oidc.Configuration> {
  let provider = providers.get(settings)
  if (provider === undefined) {
    const issuer = new URL(settings.issuer)
    // Plain http only ever on this very machine, for a provider under test.
    const local =
      issuer.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(issuer.hostname)
    const execute = local ? [oidc.allowInsecureRequests] : []
    provider = oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      execute,
      timeout: 10,
    })
    provider.catch(() => providers.delete(settings))
    providers.set(settings, provider)
  }
  return provider
}

export const backPath = '/sign-in/staff/sso/back'

/** Begins a sign-on: where to send the browser, and the state that ties the answer to this browser. */
export async function beginSingleSignOn(
  { db, config, clock }: SsoHouse,
  of: { readonly authorityId: number; readonly returnTo: string | null },
): Promise<Result<{ readonly location: string; readonly state: string }, SsoRefusal>> {
  const settings = config.oidc
  if (settings === null) return refused('AWAY')
  const found = await reached(providerOf(settings))
  if (!found.ok) return found
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const codeVerifier = oidc.randomPKCECodeVerifier()
  await insertSingleSignOn(db, {
    ...of,
    nonce,
    codeVerifier,
    stateHash: hashed(state),
    now: clock.now(),
    minutes: singleSignOnMinutes,
  })
  const location = oidc.buildAuthorizationUrl(found.value, {
    redirect_uri: new URL(backPath, config.url).href,
    scope: settings.scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return ok({ location: location.href, state })
}

export type SsoRefusal = 'AWAY' | 'NOT_BEGUN_HERE' | 'REFUSED' | 'NO_VERIFIED_EMAIL'

/** What the provider vouches for: the e-mail address it verified, and all else that it says. */
export type Vouched = {
  readonly authorityId: number
  readonly email: string
  readonly issuer: string
  readonly claims: Claims
  readonly returnTo: string | null
}

/**
 * Takes the provider's answer. The state must be one of ours, begun in this browser, not used before
 * and not too old; the token's nonce, signature, issuer and audience must hold; and the provider must
 * say that it verified the e-mail address: an address that people can set themselves proves nothing.
 */
export async function endSingleSignOn(
  { db, config, clock }: SsoHouse,
  answer: { readonly url: URL; readonly stateInBrowser: string | null },
): Promise<Result<Vouched, SsoRefusal>> {
  const state = answer.url.searchParams.get('state')
  if (config.oidc === null || state === null || state !== answer.stateInBrowser)
    return refused('NOT_BEGUN_HERE')
  const begun = await takeSingleSignOn(db, { stateHash: hashed(state), now: clock.now() })
  if (begun === null) return refused('NOT_BEGUN_HERE')
  const found = await reached(providerOf(config.oidc))
  if (!found.ok) return found
  const claims = await claimsFrom(found.value, new URL(backPath + answer.url.search, config.url), {
    ...begun,
    state,
  })
  if (!claims.ok) return claims
  const { ['email']: email, ['email_verified']: verified } = claims.value
  const address = verified === true && typeof email === 'string' ? emailFrom(email) : null
  if (address === null) return refused('NO_VERIFIED_EMAIL')
  return ok({
    email: address,
    issuer: found.value.serverMetadata().issuer,
    claims: claims.value,
    authorityId: begun.authorityId,
    returnTo: begun.returnTo,
  })
}

async function claimsFrom(
  provider: oidc.Configuration,
  url: URL,
  begun: { readonly codeVerifier: string; readonly nonce: string; readonly state: string },
): Promise<Result<Claims, 'AWAY' | 'REFUSED'>> {
  return reached(
    (async () => {
      const tokens = await oidc.authorizationCodeGrant(provider, url, {
        pkceCodeVerifier: begun.codeVerifier,
        expectedNonce: begun.nonce,
        expectedState: begun.state,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      // Many providers tell the address, and groups, only at their userinfo endpoint.
      const more =
        provider.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await oidc.fetchUserInfo(provider, tokens.access_token, claims?.sub ?? '')
      return { ...more, ...claims }
    })(),
  )
}

/** A call to the provider made a value: it is away, or it refuses; a fault of ours stays a fault. */
async function reached<T>(call: Promise<T>): Promise<Result<T, 'AWAY' | 'REFUSED'>> {
  try {
    return ok(await call)
  } catch (error) {
    return refused(refusalIn(error))
  }
}

const illness = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]

function refusalIn(error: unknown): 'AWAY' | 'REFUSED' {
  const { code = '' } = error as { code?: string }
  if (illness.includes(code) || (error instanceof TypeError && error.message === 'fetch failed'))
    return 'AWAY'
  if (code.startsWith('OAUTH_')) return 'REFUSED'
  throw error
}

/** Signs in the account that the provider vouched for; it must be one that comes in by single sign-on. */
export async function signInVouched(
  house: SignInHouse,
  accountId: string,
  headers: Headers,
): Promise<Result<Answered<unknown>, RefusalCode>> {
  const auth = await betterAuthOf(house)
  return ask(() => auth.api.singleSignOn({ body: { accountId }, headers, returnHeaders: true }))
}
