import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Clock } from '#platform/lib/dates.ts'
import { testClient, testProvider, type Worker } from '../provider-for-tests.ts'
import { signInHouse, type Browser } from '../testing.ts'

let minutesLater = 0
const clock: Clock = {
  today: () => Temporal.Now.plainDateISO('Europe/London').toString() as ReturnType<Clock['today']>,
  now: () => Temporal.Now.instant().add({ minutes: minutesLater }).toString(),
}
const provider = await testProvider('http://localhost/sign-in/staff/sso/back')
const settings = {
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: testClient.id,
  OIDC_CLIENT_SECRET: testClient.secret,
}
const house = await signInHouse(settings, clock)

const anAdviser = () => house.anAccount({ signIn: 'sso', duties: ['adviser'] })

/** Goes to the organisation's sign-in and back, to the last step, which a test takes itself. */
async function vouchedFor(browser: Browser, worker: Worker, twist = (url: URL) => url) {
  const begun = await browser.get('/sign-in/staff/sso?next=/referrals')
  assert.equal(begun.status, 303)
  const back = await provider.signIn(twist(new URL(begun.location ?? '')).href, worker)
  return `${back.pathname}${back.search}`
}

async function isRefused(
  browser: Browser,
  back: string,
  status: number,
  words: RegExp,
): Promise<void> {
  const refused = await browser.get(back)
  assert.equal(refused.status, status)
  assert.match(refused.text, words)
  assert.equal(await browser.whoAmI(), null)
}

test('a member of staff whom the organisation vouches for comes to the page they were going to', async () => {
  const adviser = await anAdviser()
  const browser = house.browser()
  const back = await vouchedFor(browser, {
    email: adviser.email.toUpperCase(),
    email_verified: true,
  })
  const done = await browser.get(back)
  assert.deepEqual([done.status, done.location], [303, '/referrals'])
  assert.equal(await browser.whoAmI(), adviser.id)
})

test('the request asks for a code with PKCE, state and nonce, and tells no secret', async () => {
  const begun = await house.browser().get('/sign-in/staff/sso')
  const { searchParams: asked } = new URL(begun.location ?? '')
  assert.deepEqual(
    [asked.get('response_type'), asked.get('code_challenge_method')],
    ['code', 'S256'],
  )
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.ok((asked.get(name) ?? '').length >= 40, name)
  assert.ok(!begun.location?.includes(encodeURIComponent(testClient.secret)))
})

test('the page for staff offers it where it is set up, and only there', async () => {
  assert.match((await house.browser().get('/sign-in/staff')).text, /Sign in with your work account/)
  const without = await signInHouse()
  assert.doesNotMatch((await without.browser().get('/sign-in/staff')).text, /work account/)
  for (const path of ['/sign-in/staff/sso', '/sign-in/staff/sso/back?state=x&code=y']) {
    assert.equal((await without.browser().get(path)).status, 404)
  }
})

test('an answer counts once: the same one again signs nobody in', async () => {
  const adviser = await anAdviser()
  const browser = house.browser()
  const back = await vouchedFor(browser, { email: adviser.email, email_verified: true })
  const state = browser.cookies.get('alongside-sso') ?? ''
  await browser.get(back)
  await browser.post('/sign-out')
  browser.cookies.set('alongside-sso', state)
  await isRefused(browser, back, 410, /was used already/)
})

test('an answer that was begun in another browser is refused, and the one it was begun in', async () => {
  const adviser = await anAdviser()
  const [thief, victim] = [house.browser(), house.browser()]
  const back = await vouchedFor(thief, { email: adviser.email, email_verified: true })
  await isRefused(victim, back, 410, /begun in another browser/)
  await vouchedFor(victim, { email: adviser.email, email_verified: true })
  await isRefused(victim, back, 410, /begun in another browser/)
})

test('an answer without a state, or with one of nobody’s, is refused', async () => {
  const browser = house.browser()
  await isRefused(browser, '/sign-in/staff/sso/back?code=x', 410, /can no longer be used/)
  browser.cookies.set('alongside-sso', 'made-up')
  await isRefused(
    browser,
    '/sign-in/staff/sso/back?code=x&state=made-up',
    410,
    /can no longer be used/,
  )
})

test('an answer after more than ten minutes is refused', async () => {
  const adviser = await anAdviser()
  const browser = house.browser()
  const back = await vouchedFor(browser, { email: adviser.email, email_verified: true })
  minutesLater = 11
  await isRefused(browser, back, 410, /longer than 10 minutes/)
  minutesLater = 0
})

for (const [what, name, value] of [
  ['a token made for another nonce', 'nonce', 'another-nonce'],
  [
    'a code asked for with another PKCE challenge',
    'code_challenge',
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  ],
] as const) {
  test(`${what} is refused`, async () => {
    const adviser = await anAdviser()
    const browser = house.browser()
    const twist = (url: URL): URL => {
      url.searchParams.set(name, value)
      return url
    }
    const back = await vouchedFor(browser, { email: adviser.email, email_verified: true }, twist)
    await isRefused(browser, back, 403, /did not sign you in/)
  })
}

test('an answer that names another issuer is refused', async () => {
  const adviser = await anAdviser()
  const browser = house.browser()
  const back = await vouchedFor(browser, { email: adviser.email, email_verified: true })
  const other = back.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example')
  assert.notEqual(other, back)
  await isRefused(browser, other, 403, /did not sign you in/)
})

test('somebody who stops at the organisation’s sign-in is told so', async () => {
  const browser = house.browser()
  const begun = await browser.get('/sign-in/staff/sso')
  const state = new URL(begun.location ?? '').searchParams.get('state')
  const back = `/sign-in/staff/sso/back?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
  await isRefused(browser, back, 403, /did not sign you in/)
})

for (const [what, worker] of [
  ['an address that was not verified', { email_verified: false }],
  ['an address without a word on whether it was verified', {}],
] as const) {
  test(`${what} proves nothing`, async () => {
    const adviser = await anAdviser()
    const browser = house.browser()
    const back = await vouchedFor(browser, { email: adviser.email, ...worker })
    await isRefused(browser, back, 403, /without a verified email address/)
  })
}

test('no address at all proves nothing', async () => {
  const browser = house.browser()
  await isRefused(
    browser,
    await vouchedFor(browser, { email_verified: true }),
    403,
    /without a verified email address/,
  )
})

test('somebody unknown, a closed account, a carer and one with a password are told alike whom to ask', async () => {
  const shown = new Set<string>()
  for (const email of [
    'stranger@example.org',
    (await house.anAccount({ signIn: 'sso', duties: ['adviser'], active: false })).email,
    (await house.anAccount({ signIn: 'email_code' })).email,
    (await house.anAccount({ signIn: 'password', duties: ['adviser'] })).email,
  ]) {
    const browser = house.browser()
    const refused = await browser.get(await vouchedFor(browser, { email, email_verified: true }))
    assert.equal(await browser.whoAmI(), null)
    shown.add(`${refused.status} ${refused.text.replaceAll(email, 'ADDRESS')}`)
  }
  assert.equal(shown.size, 1)
  assert.match([...shown][0] ?? '', /^403 .*ADDRESS.*Ask the administrator/)
})

test('a provider that does not answer is no fault of the account, and is asked again next time', async () => {
  const own = await testProvider('http://localhost/sign-in/staff/sso/back')
  await own.close()
  const alone = await signInHouse({ ...settings, OIDC_ISSUER: own.issuer })
  const refused = await alone.browser().get('/sign-in/staff/sso')
  assert.equal(refused.status, 503)
  assert.match(refused.text, /does not answer/)
  assert.equal((await alone.browser().get('/sign-in/staff/sso')).status, 503)
})
