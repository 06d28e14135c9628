import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { Stop } from '#platform/lib/errors.ts'

test('nothing set: the embedded database, with the demo, on port 3000', () => {
  const config = readConfig({})
  assert.equal(config.port, 3000)
  assert.equal(config.databaseUrl, null)
  assert.equal(config.demo, true)
  assert.equal(config.url, 'http://localhost:3000')
})

test('a database of one’s own, or production, comes without the demo unless it is asked for', () => {
  const DATABASE_URL = 'postgresql://alongside@db.example:5432/alongside'
  assert.equal(readConfig({ DATABASE_URL }).demo, false)
  assert.equal(readConfig({ DATABASE_URL, ALONGSIDE_DEMO: '1' }).demo, true)
  assert.equal(readConfig({ NODE_ENV: 'production' }).demo, false)
})

test('a variable that is there but empty is not set', () => {
  assert.equal(readConfig({ PORT: '', DATABASE_URL: '' }).port, 3000)
})

test('single sign-on belongs to the authority of the server, or to the one that is named', () => {
  const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }
  assert.equal(readConfig(oidc).oidc?.authorityCode, 'worcestershire')
  assert.equal(readConfig(oidc).oidc?.scope, 'openid email profile')
  const named = readConfig({
    ...oidc,
    OIDC_AUTHORITY: 'hartlepool',
    OIDC_SCOPE: 'openid email groups',
  })
  assert.equal(named.oidc?.authorityCode, 'hartlepool')
  assert.equal(named.oidc?.scope, 'openid email groups')
})

const refusals: readonly (readonly [NodeJS.ProcessEnv, string])[] = [
  [
    {
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
      OIDC_AUTHORITY: 'Mordor',
    },
    'OIDC_AUTHORITY "Mordor" is no English council that we know: give its name in lower case, like worcestershire',
  ],
  [{ OIDC_AUTHORITY: 'worcestershire' }, 'OIDC_AUTHORITY needs OIDC_ISSUER beside it'],
  [{ OIDC_SCOPE: 'email' }, 'OIDC_SCOPE must have openid in it, like openid email profile'],
  [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535'],
  ...[
    'not an address',
    'mysql://root@localhost/alongside',
    'postgres://localhost:postgres/alongside',
    'postgres://localhost',
    'postgres://localhost/',
    'postgres:///alongside',
    'postgres://[/alongside',
  ].map((url): [NodeJS.ProcessEnv, string] => [
    { DATABASE_URL: url },
    'DATABASE_URL must be like postgres://user:password@host:5432/database',
  ]),
  [{ ALONGSIDE_DEMO: 'yes' }, 'ALONGSIDE_DEMO must be 0 or 1'],
  [{ ALONGSIDE_DEMO: '1', NODE_ENV: 'production' }, 'ALONGSIDE_DEMO=1 is refused'],
  [{ ALONGSIDE_SECRET: 'short' }, 'ALONGSIDE_SECRET must have 32 characters or more'],
  [{ ALONGSIDE_URL: 'alongside' }, 'ALONGSIDE_URL must be an address like https://'],
  [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL must begin with smtp:// or smtps://'],
  [{ NOTIFY_API_KEY: 'key' }, 'NOTIFY_API_KEY needs NOTIFY_EMAIL_TEMPLATE'],
  [{ OIDC_ISSUER: 'https://sso.example' }, 'OIDC_ISSUER needs OIDC_CLIENT_ID'],
]
for (const [env, words] of refusals) {
  test(`${JSON.stringify(env)} is refused: ${words}`, () => {
    assert.throws(
      () => readConfig(env),
      (error) => error instanceof Stop && error.exitCode === 2 && error.message.includes(words),
    )
  })
}

test('several wrong settings are told together, on one line', () => {
  assert.throws(
    () => readConfig({ PORT: 'x', ALONGSIDE_DEMO: 'x' }),
    /PORT must.*ALONGSIDE_DEMO must.*/,
  )
})
