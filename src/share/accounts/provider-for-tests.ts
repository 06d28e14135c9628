import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import Provider from 'oidc-provider'

/** Somebody as their organisation knows them. */
export type Worker = {
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly groups?: readonly string[]
  /** How they proved who they are, as RFC 8176 names it. */
  readonly amr?: readonly string[]
}

export type TestProvider = {
  readonly issuer: string
  /** Follows an authorization request as this person's browser would; gives the address it comes back to. */
  readonly signIn: (location: string, worker: Worker) => Promise<URL>
  readonly close: () => Promise<void>
}

export const testClient = { id: 'alongside', secret: 'a secret between the council and Alongside' }

/** A real OpenID Connect provider on this machine, that believes whoever a test says is there. */
export async function testProvider(redirectUri: string): Promise<TestProvider> {
  const workers = new Map<string, Worker>()
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: testClient.id, client_secret: testClient.secret, redirect_uris: [redirectUri] },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name', 'groups', 'amr'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...workers.get(id) }) }),
    interactions: { url: (_, interaction) => `/enter/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key for tests'] },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  let entering = ''
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/enter/') !== true) return void answer(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: entering } })
  })
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  after(close)
  return {
    issuer,
    close,
    signIn: async (location, worker) => {
      entering = `worker-${workers.size}`
      workers.set(entering, worker)
      return followed(location, redirectUri)
    },
  }
}

async function followed(location: string, until: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = location
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (next === null)
      throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    at = new URL(next, at).href
    if (at.startsWith(until)) return new URL(at)
  }
  throw new Error('the provider leads nowhere')
}
