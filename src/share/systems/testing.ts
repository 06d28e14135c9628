import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { Duty } from '#platform/access/duties.ts'
import { newId } from '#platform/lib/ids.ts'
import { anOrganisation, type TestHouse } from '#platform/web/testing.ts'
import { allScopes } from './scopes.ts'
import { insertSystem } from './systems.sql.ts'

/** A system with a key of its own, as it stands at its organisation's. */
export type TestSystem = {
  readonly id: string
  readonly organisationId: number
  /** Signs an assertion; claims may be bent. */
  readonly assertion: (claims?: Readonly<Record<string, unknown>>) => Promise<string>
  /** The whole dance: an assertion for a token. */
  readonly token: (scope?: string) => Promise<string>
}

/** The form that a system sends for a token. */
export const tokenForm = (assertion: string, scope = ''): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    ...(scope === '' ? {} : { scope }),
  }).toString()

/** Registers a system of an organisation in a test's house. */
export async function aSystem(
  house: TestHouse,
  of: {
    readonly organisation: string
    readonly kind: string
    readonly duties?: readonly Duty[]
    readonly scopes?: readonly string[]
  },
): Promise<TestSystem> {
  const { privateKey, publicKey } = await generateKeyPair('ES384')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES384' }
  const [id, authorityId] = [newId(), house.house.authority.id]
  const organisationId = await house.asSystem(async (tx) => {
    const found = await anOrganisation(tx, authorityId, of.organisation, of.kind)
    await insertSystem(tx, {
      authorityId,
      id,
      organisationId: found,
      name: 'EMIS',
      duties: of.duties ?? ['referrer'],
      scopes: of.scopes ?? allScopes,
      publicKeys: { keys: [jwk as never] },
      registeredBy: null,
      registeredAt: house.house.clock.now(),
    })
    return found
  })
  const now = new Date(house.house.clock.now()).getTime() / 1000
  const assertion: TestSystem['assertion'] = async (claims = {}) =>
    new SignJWT({
      iss: id,
      sub: id,
      aud: `${house.house.config.url}/oauth/token`,
      exp: now + 240,
      jti: newId(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES384', kid: 'one', typ: 'JWT' })
      .sign(privateKey)
  return {
    id,
    organisationId,
    assertion,
    token: async (scope) => {
      const answer = await house.app.inject({
        method: 'POST',
        url: '/oauth/token',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: tokenForm(await assertion(), scope),
      })
      const { access_token: token } = answer.json<{ access_token?: string }>()
      if (token === undefined) throw new Error(answer.body)
      return token
    },
  }
}
