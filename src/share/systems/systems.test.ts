import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import { newId } from '#platform/lib/ids.ts'
import type { Room } from '#platform/room.ts'
import { page, show } from '#platform/web/page.ts'
import { html } from '#platform/lib/html.ts'
import { testHouse } from '#platform/web/testing.ts'
import { publicKeysFrom } from './public-keys.ts'
import { systems } from './room.ts'
import { grantedScopes, isGoodFor } from './scopes.ts'
import { aSystem, tokenForm } from './testing.ts'

const answer = z.object({ who: z.string() })
const route = {
  method: 'GET',
  summary: 'x',
  tag: 'x',
  answer,
  run: async ({ actor }: { actor: { displayName: string } }) => ({ who: actor.displayName }),
} as const
const tryRoom: Room = {
  name: 'try',
  pages: [
    page({
      path: '/try',
      door: 'partner',
      may: ['referrer'],
      get: async () => show({ title: 'Try', main: html`<p>A page for people</p>` }),
    }),
  ],
  api: [
    { ...route, path: '/api/scoped', may: ['referrer'], scope: 'referrals.read' },
    { ...route, path: '/api/unscoped', may: ['referrer'] },
    { ...route, path: '/api/others', may: ['manager'], scope: 'referrals.read' },
    { ...route, path: '/api/systems-only', may: 'registered-system', scope: 'referrals.read' },
  ],
}
const house = await testHouse([systems, tryRoom])
const practice = { organisation: 'Davenal House', kind: 'gp_practice' }
const system = await aSystem(house, practice)
const nurse = await house.signIn({ duties: ['referrer'], ...practice })

async function ask(payload: string) {
  const reply = await house.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  })
  return {
    status: reply.statusCode,
    body: reply.json<Record<string, string>>(),
    headers: reply.headers,
  }
}

const get = async (url: string, token: string, cookie = '') => {
  const reply = await house.app.inject({
    url,
    headers: { authorization: `Bearer ${token}`, cookie },
  })
  return { status: reply.statusCode, body: reply.body }
}

describe('a system shows who it is by its key', () => {
  test('a signed assertion buys a token for five minutes', async () => {
    const { status, body, headers } = await ask(tokenForm(await system.assertion()))
    assert.equal(status, 200)
    assert.equal(body['token_type'], 'bearer')
    assert.equal(body['expires_in'], 300 as never)
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(
      (await get('/api/scoped', body['access_token']!)).body,
      '{"who":"EMIS (Davenal House)"}',
    )
  })

  test('over real HTTP too', async () => {
    const base = await house.app.listen({ port: 0, host: '127.0.0.1' })
    const bought = await fetch(`${base}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams(tokenForm(await system.assertion(), 'referrals.read')),
    })
    const { access_token: token, scope } = (await bought.json()) as Record<string, string>
    assert.equal(scope, 'referrals.read')
    const reply = await fetch(`${base}/api/scoped`, {
      headers: { authorization: `Bearer ${token}` },
    })
    assert.equal(reply.status, 200)
  })

  test('the same assertion buys no second token, not even at the same moment', async () => {
    const form = tokenForm(await system.assertion())
    const both = await Promise.all([ask(form), ask(form), ask(form)])
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 401, 401],
    )
  })

  const now = new Date(house.house.clock.now()).getTime() / 1000
  for (const [what, claims, error] of [
    ['is out of date', { exp: now - 1 }, /"exp" claim timestamp check failed/],
    ['lasts longer than five minutes', { exp: now + 400 }, /more than five minutes ahead/],
    ['has no end', { exp: undefined }, /missing required "exp" claim/],
    ['has no id', { jti: undefined }, /missing required "jti" claim/],
    [
      'is for another address',
      { aud: 'https://elsewhere.example/token' },
      /unexpected "aud" claim/,
    ],
    ['speaks for another', { sub: newId() }, /unexpected "sub" claim/],
  ] as const) {
    test(`an assertion that ${what} is refused`, async () => {
      const { status, body } = await ask(tokenForm(await system.assertion(claims)))
      assert.equal(status, 401)
      assert.equal(body['error'], 'invalid_client')
      assert.match(body['error_description']!, error)
    })
  }

  test('another’s key does not open, nor a signature that was bent', async () => {
    const other = await aSystem(house, { organisation: 'Elsewhere', kind: 'gp_practice' })
    const foreign = await other.assertion({ iss: system.id, sub: system.id })
    assert.equal((await ask(tokenForm(foreign))).status, 401)
    const good = await system.assertion()
    assert.equal((await ask(tokenForm(`${good.slice(0, -6)}AAAAAA`))).status, 401)
    const [header, payload] = good.split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    assert.equal((await ask(tokenForm(`${none}.${payload}.`))).status, 401)
    assert.equal((await ask(tokenForm(`${header}.${payload}.`))).status, 401)
    assert.equal((await ask(tokenForm('no jwt'))).status, 401)
  })

  test('other ways to ask, and scopes it does not have, are refused', async () => {
    assert.equal((await ask('grant_type=password')).body['error'], 'unsupported_grant_type')
    assert.equal(
      (await ask('grant_type=client_credentials&client_secret=x')).body['error'],
      'invalid_request',
    )
    const refused = await ask(tokenForm(await system.assertion(), 'system/Observation.rs'))
    assert.equal(refused.body['error'], 'invalid_scope')
  })
})

describe('a token opens what its scope and its duties say, and nothing for people', () => {
  test('a route without a scope, of other duties, and every page stay shut', async () => {
    const token = await system.token()
    assert.equal((await get('/api/systems-only', token)).status, 200)
    assert.equal((await get('/api/unscoped', token)).status, 403)
    assert.equal((await get('/api/others', token)).status, 403)
    assert.equal((await get('/try', token)).status, 403)
    const narrow = await system.token('system/Patient.rs')
    assert.equal((await get('/api/scoped', narrow)).status, 403)
  })

  test('a wrong token lets nobody in, whatever cookie stands beside it', async () => {
    assert.equal((await get('/api/scoped', 'wrong', nurse.cookie)).status, 401)
    assert.equal((await nurse.get('/api/scoped')).status, 200)
    assert.equal((await nurse.get('/api/systems-only')).status, 403)
  })

  test('a system that is shut out is out at once, and gets no other token', async () => {
    const doomed = await aSystem(house, practice)
    const token = await doomed.token()
    const administrator = await house.signIn({ duties: ['administrator'], organisation: 'Hub' })
    assert.equal((await administrator.post(`/systems/${doomed.id}`, {})).status, 303)
    assert.equal((await get('/api/scoped', token)).status, 401)
    assert.equal((await ask(tokenForm(await doomed.assertion()))).status, 401)
    assert.match((await administrator.get('/systems')).text, /Shut out on 3 April 2018/)
  })
})

describe('an administrator registers systems', () => {
  test('with a name, an organisation, what it may do and public keys', async () => {
    const administrator = await house.signIn({ duties: ['administrator'], organisation: 'Hub' })
    const form = await administrator.get('/systems/new')
    const { publicKey, privateKey } = await generateKeyPair('ES384', { extractable: true })
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'a' }] })
    const filled = {
      id: form.field('id')!,
      name: 'SystmOne',
      organisation: system.organisationId,
      scopes: ['system/Patient.rs'],
    }
    const secret = JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid: 'a' }] })
    const refused = await administrator.post('/systems/new', { ...filled, keys: secret })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /A private key is in it/)
    const done = await administrator.post('/systems/new', { ...filled, keys })
    assert.equal(done.location, `/systems/${filled.id}`)
    assert.equal((await administrator.post('/systems/new', { ...filled, keys })).status, 303)
    const shown = await administrator.get(done.location)
    assert.match(shown.text, /SystmOne.*Davenal House.*FHIR: read and search carers/)
    assert.match((await administrator.get('/systems')).text, /SystmOne/)
    assert.equal((await administrator.post('/systems/new', { id: newId() })).status, 422)
    assert.equal((await nurse.get('/systems')).status, 403)
  })
})

for (const [text, fault] of [
  ['', /not JSON/],
  ['{"keys":[]}', /Each key must be/],
  ['[]', /Each key must be/],
  ['{"keys":[{"kty":"RSA","kid":"a","n":"short","e":"AQAB"}]}', /Each key must be/],
  ['{"keys":[{"kty":"oct","kid":"a","k":"secret"}]}', /Each key must be/],
] as const) {
  test(`"${text}" is no set of public keys`, () => {
    const read = publicKeysFrom(text)
    assert.ok(!read.ok)
    assert.match(read.error, fault)
  })
}

for (const [asked, granted] of [
  ['', ['system/Patient.rs', 'referrals.read']],
  ['system/Patient.read', ['system/Patient.rs']],
  ['system/Patient.r', ['system/Patient.r']],
  ['system/*.rs', ['system/Patient.rs']],
  ['system/*.cud', []],
  ['system/Patient.cruds referrals.write', ['system/Patient.rs']],
  ['system/Task.rs', []],
] as const) {
  test(`of "${asked}" is granted: ${granted.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(grantedScopes(asked, ['system/Patient.rs', 'referrals.read']), granted)
  })
}

test('a scope is good for its own letters alone', () => {
  assert.ok(isGoodFor(['system/Patient.rs'], 'system/Patient.r'))
  assert.ok(!isGoodFor(['system/Patient.r'], 'system/Patient.s'))
  assert.ok(!isGoodFor(['system/Patient.rs'], 'system/Task.r'))
  assert.ok(!isGoodFor([], 'referrals.read'))
})
