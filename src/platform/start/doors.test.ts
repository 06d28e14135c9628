import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Actor } from '#platform/access/actor.ts'
import { systemActor } from '#platform/access/as-actor.ts'
import { readConfig } from '#config.ts'
import { openAsOwner } from '#platform/db/database.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { buildServer } from '#platform/web/server.ts'
import { asPage } from '#platform/web/testing.ts'
import { sql } from 'kysely'
import { configAt, doorsOf } from './doors.ts'
import { getHomeAuthority } from './home-authority.sql.ts'

const whose = page({
  path: '/whose',
  door: 'public',
  may: 'anyone',
  get: async ({ actor, authority, config, signedIn }) =>
    show({
      title: 'Whose',
      main: html`door ${authority.code}, actor ${actor.authorityCode}, ${config.url}, sso
      ${config.oidc === null ? 'no' : 'yes'}, in ${signedIn ? 'yes' : 'no'}`,
    }),
})

const settings = {
  ALONGSIDE_URL: 'https://hub.example:8443',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'a',
  OIDC_CLIENT_SECRET: 'b',
  OIDC_AUTHORITY: 'hartlepool',
}

/** A server whose authorities have these addresses, and a browser in which a Worcestershire worker is signed in. */
async function server(hosts: Readonly<Record<string, readonly string[]>>) {
  const { db, url, ownerUrl } = await testDatabase()
  const owner = openAsOwner(ownerUrl)
  for (const [code, names] of Object.entries(hosts))
    await sql`update authority set hosts = ${[...names]}::text[] where code = ${code}`.execute(
      owner,
    )
  await owner.destroy()
  const config = readConfig({ DATABASE_URL: url, ...settings })
  const home = await getHomeAuthority(db, 'worcestershire')
  const worker: Actor = {
    ...systemActor({ authorityId: home.id, authorityCode: home.code, reason: '' }),
    duties: ['adviser'],
  }
  const app = await buildServer({
    rooms: [{ name: 'try', pages: [whose] }],
    db,
    config: configAt(config, home.code),
    clock: clockAt('2018-04-03'),
    readSession: async ({ cookieHeader }) =>
      cookieHeader === undefined ? null : { actor: worker, sessionId: 'test' },
    authority: home,
    doors: doorsOf({ db, config, home }),
  })
  after(() => app.close())
  return async (host: string, path = '/whose', cookie?: string) =>
    asPage(
      await app.inject({
        url: path,
        headers: { host, ...(cookie === undefined ? {} : { cookie }) },
      }),
    )
}

test('one authority alone needs no setting: every address is its own', async () => {
  const ask = await server({})
  for (const host of ['hub.example:8443', 'localhost', '10.0.0.7:3000'])
    assert.match((await ask(host)).text, /door worcestershire, actor worcestershire, .*sso no/)
})

const two = { worcestershire: ['carers.worcs.example'], hartlepool: ['carers.hartlepool.example'] }

test('of several, each has its own door, address and single sign-on', async () => {
  const ask = await server(two)
  assert.match(
    (await ask('Carers.Hartlepool.example:8443')).text,
    /door hartlepool, actor hartlepool, https:\/\/carers\.hartlepool\.example:8443, sso yes/,
  )
  assert.match(
    (await ask('carers.worcs.example')).text,
    /door worcestershire, actor worcestershire, https:\/\/carers\.worcs\.example:8443, sso no/,
  )
  assert.match((await ask('hub.example')).text, /door worcestershire/)
})

test('a session counts only at the door of its own authority', async () => {
  const ask = await server(two)
  assert.match((await ask('carers.worcs.example', '/whose', 'a=b')).text, /in yes/)
  assert.match(
    (await ask('carers.hartlepool.example', '/whose', 'a=b')).text,
    /door hartlepool, actor hartlepool, .*in no/,
  )
})

test('an address of nobody says where the hubs are, and opens nothing', async () => {
  const ask = await server(two)
  const lost = await ask('evil.example', '/whose', 'a=b')
  assert.equal(lost.status, 404)
  assert.match(
    lost.text,
    /No carers’ hub is at this address.*carers\.hartlepool\.example.*carers\.worcs\.example/,
  )
  assert.doesNotMatch(lost.text, /Worcestershire/)
  assert.match(lost.html, /href="https:\/\/carers\.worcs\.example:8443\/"/)
  assert.match(String(lost.response.headers['content-security-policy']), /default-src 'none'/)
})

test('health is asked for by machines that know the server by any name', async () => {
  const ask = await server(two)
  assert.equal((await ask('10.0.0.7', '/health/ready')).status, 200)
})

test('an error at an authority’s door is told in its own frame', async () => {
  const ask = await server(two)
  const missing = await ask('carers.hartlepool.example', '/no-such-page')
  assert.equal(missing.status, 404)
  assert.match(missing.title, /Hartlepool/)
})
