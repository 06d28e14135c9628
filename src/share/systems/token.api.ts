import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { answered, type Answered } from '#platform/api/answered.ts'
import type { ApiContext, ApiRoute } from '#platform/room.ts'
import { hashed } from '#share/accounts/secret.ts'
import { checkAssertion, claimedSystem } from './assertion.ts'
import { grantedScopes } from './scopes.ts'
import { tokenPath } from './token-path.ts'
import { findSystemKeys, insertToken } from './systems.sql.ts'

/** A token is good for five minutes: a system asks again, and one that leaked is soon worth nothing. */
const tokenSeconds = 300

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const body = z.object({
  grant_type: z.string().optional(),
  client_assertion_type: z.string().optional(),
  client_assertion: z.string().max(8000).optional(),
  scope: z.string().max(2000).optional(),
})

/** The door for systems: a signed assertion for a token (RFC 6749 §4.4, RFC 7523, SMART Backend Services). */
export const tokenApi: ApiRoute = {
  method: 'POST',
  path: tokenPath,
  summary: 'A token for a registered system, against an assertion signed by its key',
  tag: 'Systems',
  may: 'anyone',
  body,
  answer: z.object({
    access_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: z.number().int(),
    scope: z.string(),
  }),
  run: async (context) => {
    const asked = context.body as z.output<typeof body>
    if (asked.grant_type !== 'client_credentials')
      return problem('unsupported_grant_type', 'grant_type must be client_credentials')
    if (asked.client_assertion_type !== assertionType)
      return problem('invalid_request', `client_assertion_type must be ${assertionType}`)
    return tokenFor(context, asked.client_assertion ?? '', asked.scope ?? '')
  },
}

async function tokenFor(
  { db, clock, baseUrl }: ApiContext,
  jwt: string,
  scope: string,
): Promise<Answered> {
  const systemId = claimedSystem(jwt)
  const system = systemId === null ? null : await findSystemKeys(db, systemId)
  if (systemId === null || system === null)
    return problem('invalid_client', 'No such system is registered', 401)
  const now = clock.now()
  const checked = await checkAssertion(jwt, {
    systemId,
    keys: system.publicKeys,
    audience: `${baseUrl}${tokenPath}`,
    now,
  })
  if (!checked.ok) return problem('invalid_client', checked.error, 401)
  const scopes = grantedScopes(scope, system.scopes)
  if (scopes.length === 0)
    return problem('invalid_scope', `This system is registered for: ${system.scopes.join(' ')}`)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(new Date(now).getTime() + tokenSeconds * 1000).toISOString()
  const given = await insertToken(db, {
    tokenHash: hashed(token),
    systemId,
    scopes,
    expiresAt,
    assertion: checked.value,
    now,
  })
  if (!given)
    return problem(
      'invalid_client',
      'This assertion was used before: sign another, with a jti of its own',
      401,
    )
  return answered({
    status: 200,
    headers: { 'cache-control': 'no-store', pragma: 'no-cache' },
    body: {
      access_token: token,
      token_type: 'bearer',
      expires_in: tokenSeconds,
      scope: scopes.join(' '),
    },
  })
}

/** An error as OAuth has it (RFC 6749 §5.2). */
function problem(error: string, description: string, status: 400 | 401 = 400): Answered {
  return answered({
    status,
    headers: { 'cache-control': 'no-store' },
    body: { error, error_description: description },
  })
}
